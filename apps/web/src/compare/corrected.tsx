import { useTranslation } from 'react-i18next';
import { Pager } from '../audit/pager';
import { ExceptionCard } from '../exceptions/exception-card';
import { Answered, Nothing } from '../shell/answered';
import type { Between } from './between';
import { PAGE, useCorrected } from './compare.queries';

/** What was corrected between two moments: the first telling, the retraction and the retelling together. */
export function Corrected({ between }: { between: Between }) {
  const { t } = useTranslation('compare');
  return (
    <Answered query={useCorrected(between)} what={t('whatCorrected')}>
      {({ total, exceptions }) =>
        total === 0 ? (
          <Nothing>{t('nothingCorrected')}</Nothing>
        ) : (
          <>
            <Pager label={t('correctedPages')} size={PAGE} total={total} />
            <ul className="exceptions">
              {exceptions.map((it) => (
                <ExceptionCard key={it.entries[0]!.eventId} exception={it} />
              ))}
            </ul>
          </>
        )
      }
    </Answered>
  );
}
