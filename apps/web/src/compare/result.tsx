import { useTranslation } from 'react-i18next';
import type { CompareAnswer } from '../api/client';
import { AnswersChanged } from '../audit/answers-changed';
import { CHANGES_PAGE } from '../audit/audit.queries';
import { Changes } from '../audit/changes';
import { Pager } from '../audit/pager';
import type { AsOfDates } from '../dates/as-of';
import { useLanguage } from '../language/use-language';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { inOrder } from './between';
import { Corrected } from './corrected';
import { Learned } from './learned';

const PARTS = ['answers', 'corrected', 'learned', 'things'] as const;
type Part = (typeof PARTS)[number];

interface ResultProps {
  readonly answer: CompareAnswer;
  readonly a: AsOfDates;
  readonly b: AsOfDates;
}

/** The comparison in four parts, of which one is open. */
export function Result({ answer, a, b }: ResultProps) {
  const { t } = useTranslation('compare');
  const { moment } = useLanguage();
  const asked = useUrlQuery().get('show');
  const part = PARTS.find((it) => it === asked) ?? 'answers';
  const knownOn = ({ knownAt }: AsOfDates) =>
    knownAt === null ? t('knownNow') : t('knownOn', { date: moment(knownAt) });
  const between = inOrder(a.knownAt, b.knownAt);
  return (
    <>
      <Parts answer={answer} open={part} />
      <h2>{t(`parts.${part}`)}</h2>
      {part === 'answers' && <AnswersChanged answers={answer.answers} before={knownOn(a)} after={knownOn(b)} />}
      {part === 'corrected' && <Corrected between={between} />}
      {part === 'learned' && <Learned between={between} />}
      {part === 'things' && (
        <>
          <Pager label={t('thingPages')} size={CHANGES_PAGE} total={answer.changed} />
          <Changes changes={answer.changes} />
        </>
      )}
    </>
  );
}

/** How much there is in each part; pressing one opens it. */
function Parts({ answer, open }: { answer: CompareAnswer; open: Part }) {
  const { t } = useTranslation('compare');
  const { number } = useLanguage();
  const much: Readonly<Record<Part, number>> = {
    answers: answer.answers.filter((it) => it.changed).length,
    corrected: answer.corrected,
    learned: answer.learned,
    things: answer.changed,
  };
  return (
    <div className="kinds" role="group" aria-label={t('partsTitle')}>
      {PARTS.map((it) => (
        <button
          key={it}
          type="button"
          className="kind"
          aria-pressed={it === open}
          onClick={() => pushUrlQuery({ show: it === 'answers' ? null : it, offset: null })}
        >
          <span className="kind-count">{number(much[it])}</span>
          <span>{t(`parts.${it}`)}</span>
        </button>
      ))}
    </div>
  );
}
