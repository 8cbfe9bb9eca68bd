import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HealthAnswer } from '../api/client';
import { Recorded } from '../lineage/recorded';

/** What somebody has to look at, each in a sentence; nothing while all is well. */
export function Alarms({ health }: { health: HealthAnswer | undefined }) {
  const { t } = useTranslation('shell');
  const sentences = health ? sentencesOf(health, t) : [];
  return (
    <div role="alert" className="alarms" hidden={sentences.length === 0}>
      <strong>{t('live.attention')}</strong>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Recorded>{sentence}</Recorded>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sentencesOf({ trouble, parked, alarms }: HealthAnswer, t: TFunction<'shell'>): readonly string[] {
  const told = [
    ...(trouble === null ? [] : [trouble]),
    ...(parked ?? []).map(({ stream, reason }) => t('live.parked', { stream, reason })),
    ...(alarms ?? []).map(({ sentence }) => sentence),
  ];
  return [...new Set(told)];
}
