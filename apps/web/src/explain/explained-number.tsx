import { useTranslation } from 'react-i18next';
import { useAnswerName } from '../audit/answer-name';
import { useCompare } from '../audit/audit.queries';
import { useAsOfDates } from '../dates/as-of';
import { Answered, Nothing } from '../shell/answered';
import { Sheet } from './sheet';

interface ExplainedNumberProps {
  readonly name: string;
  /** The thing it is about; null for the organisation as a whole. */
  readonly stream: string | null;
  /** The sort of things counted, where there are several; null for all. */
  readonly of: string | null;
}

/** One of the large numbers, by its name and what it is about. */
export function ExplainedNumber({ name, stream, of }: ExplainedNumberProps) {
  const { t } = useTranslation('explain');
  const dates = useAsOfDates();
  const nameOf = useAnswerName();
  return (
    <Answered query={useCompare(dates, dates)} what={t('what')}>
      {({ answers, position, validB, knownB }) => {
        const found = answers.find(
          (it) => it.name === name && it.stream === stream && (of === null || it.subject === of),
        );
        return found ? (
          <Sheet
            title={nameOf(found)}
            count={found.after}
            asOf={{ validOn: validB, knownAt: knownB }}
            position={position}
          />
        ) : (
          <Nothing>{t('noSuchNumber')}</Nothing>
        );
      }}
    </Answered>
  );
}
