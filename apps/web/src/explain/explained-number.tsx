import { useTranslation } from 'react-i18next';
import { useAnswerName } from '../audit/answer-name';
import { useCompare } from '../audit/audit.queries';
import { useAsOfDates } from '../dates/as-of';
import { Answered, Nothing } from '../shell/answered';
import { Sheet } from './sheet';

/** One of the large numbers, by its name and the thing it is about. */
export function ExplainedNumber({ name, stream }: { name: string; stream: string | null }) {
  const { t } = useTranslation('explain');
  const dates = useAsOfDates();
  const nameOf = useAnswerName();
  return (
    <Answered query={useCompare(dates, dates)} what={t('what')}>
      {({ answers, position }) => {
        const found = answers.find((it) => it.name === name && it.stream === stream);
        return found ? (
          <Sheet title={nameOf(found)} count={found.after} position={position} />
        ) : (
          <Nothing>{t('noSuchNumber')}</Nothing>
        );
      }}
    </Answered>
  );
}
