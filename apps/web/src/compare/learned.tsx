import { useTranslation } from 'react-i18next';
import { EntryLine } from '../audit/entry-line';
import { Pager } from '../audit/pager';
import { Answered, Nothing } from '../shell/answered';
import type { Between } from './between';
import { PAGE, useLearned } from './compare.queries';

/** The facts that became known between two moments. */
export function Learned({ between }: { between: Between }) {
  const { t } = useTranslation('compare');
  return (
    <Answered query={useLearned(between)} what={t('whatLearned')}>
      {({ count, entries }) =>
        count === 0 ? (
          <Nothing>{t('nothingLearned')}</Nothing>
        ) : (
          <>
            <Pager label={t('learnedPages')} size={PAGE} total={count} />
            <ul className="exceptions">
              {entries.map((entry) => (
                <li key={entry.eventId} className="exception">
                  <EntryLine entry={entry} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Answered>
  );
}
