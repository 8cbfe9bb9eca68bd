import { useTranslation } from 'react-i18next';
import type { ComparedAnswer } from '../api/client';
import type { UrlChanges } from '../shell/url';

type Named = Pick<ComparedAnswer, 'name' | 'stream' | 'subject'>;

/** What a large number counts, in words: "Posts approved: Team specialists". */
export function useAnswerName(): (answer: Named) => string {
  const { t } = useTranslation('audit');
  return ({ name, subject }) => t(`names.${name}`, { subject });
}

/** Tells one large number from another. */
export const keyOf = ({ name, stream, subject }: Named): string => `${name} ${stream ?? subject ?? ''}`;

/** The query under which a large number is explained. */
export function addressOfAnswer({ name, stream, subject }: Named): UrlChanges {
  return { number: name, stream, of: stream === null ? subject : null };
}
