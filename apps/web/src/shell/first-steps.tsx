import { useTranslation } from 'react-i18next';
import { useAsOfDates } from '../dates/as-of';
import { Nothing } from './answered';
import { ScreenLink } from './screen-link';

interface FirstStepsProps {
  /** That there is nothing, and what would be shown here. */
  readonly children: string;
  /** Kind of stream the first is recorded in, as in "team". */
  readonly category: string;
}

/** Said to somebody who has just started: what is missing, where the first is recorded, and how a program does it. */
export function FirstSteps({ children, category }: FirstStepsProps) {
  const { t } = useTranslation('shell');
  const { validOn, knownAt } = useAsOfDates();
  return (
    <div className="first-steps">
      <Nothing>{children}</Nothing>
      {(validOn ?? knownAt) !== null && <Nothing>{t('first.otherDates')}</Nothing>}
      <p>
        <ScreenLink to="/record" with={{ category }}>
          {t('first.record')}
        </ScreenLink>
      </p>
      <p>
        <a href="/api/docs">{t('first.docs')}</a>
      </p>
    </div>
  );
}
