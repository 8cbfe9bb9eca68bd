import type { HealthAnswer } from '../api/client';
import { words } from '../words';

/** What somebody has to look at, each in a sentence; nothing while all is well. */
export function Alarms({ health }: { health: HealthAnswer | undefined }) {
  const sentences = health ? sentencesOf(health) : [];
  return (
    <div role="alert" className="alarms" hidden={sentences.length === 0}>
      <strong>{words.live.attention}</strong>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function sentencesOf({ trouble, parked, alarms }: HealthAnswer): readonly string[] {
  const told = [
    ...(trouble === null ? [] : [trouble]),
    ...(parked ?? []).map(({ stream, reason }) => words.live.parked(stream, reason)),
    ...(alarms ?? []).map(({ sentence }) => sentence),
  ];
  return [...new Set(told)];
}
