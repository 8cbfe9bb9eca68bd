import { useTranslation } from 'react-i18next';
import type { BlockAnswer, PromiseSummary } from '../api/client';
import { usePromises } from '../api/queries';
import { OverdueMark } from '../commitments/overdue-mark';
import { Recorded } from '../lineage/recorded';
import { useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';

/** What is promised about a block. */
export function Promised({ block }: { block: BlockAnswer }) {
  const { t } = useTranslation('establishment');
  if (block.promises.length === 0) return null;
  return (
    <div className="block-promises">
      <h3>{t('promised.title')}</h3>
      <ul>
        {block.promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
        ))}
      </ul>
      <p>
        <ScreenLink to="/commitments">{t('promised.all')}</ScreenLink>
      </p>
    </div>
  );
}

/** A promise with its share in words and, beside it, the arithmetic: a majority is never turned into a head count. */
function PromiseLine({ promise }: { promise: PromiseSummary }) {
  const { t } = useTranslation('establishment');
  const { number } = useLanguage();
  const when = useWindowWords()(promise.due);
  const told = usePromises().data?.promises.find((it) => it.id === promise.id);
  const measure = told?.measure;
  return (
    <li>
      <Recorded>{promise.what}</Recorded> <span className="block-due">{t('promised.due', { when })}</span>
      {measure && (
        <span className="muted">
          {' '}
          {t('promised.measure', {
            wording: measure.wording,
            of: number(measure.of),
            minimum: number(measure.arithmeticMinimum),
          })}
        </span>
      )}
      {promise.overdue && (
        <>
          {' '}
          <OverdueMark overdue="yes" />
        </>
      )}{' '}
      {told && (
        <WhyButton
          question={{ label: promise.what, text: when, wording: measure?.wording ?? null, because: told.because }}
        />
      )}
    </li>
  );
}
