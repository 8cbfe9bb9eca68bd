import { useTranslation } from 'react-i18next';
import type { BlockAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { dutyShares } from './duty-parts';

/** All posts of a block in one bar, by what is known of duty: who is there, who is not, and what nobody reported. */
export function DutyBar({ block }: { block: BlockAnswer }) {
  const { t } = useTranslation('establishment');
  const { number } = useLanguage();
  const shares = dutyShares(block);
  if (shares.length === 0) return null;
  return (
    <ul className="duty-bar">
      {shares.map(({ part, count }) => (
        <li key={part} data-part={part} style={{ flexGrow: count }}>
          <span className="duty-fill" aria-hidden="true" />
          <span className="duty-words">{t(`bar.${part}`, { number: number(count) })}</span>
        </li>
      ))}
    </ul>
  );
}
