/** How strongly a state is drawn: what is fully there, what only begins or waits, what is over, what nobody reported. */
export type Tone = 'strong' | 'pale' | 'over' | 'silent' | 'held';

const TONES: Readonly<Record<string, Tone>> = {
  standing: 'strong',
  filled: 'strong',
  established: 'strong',
  started: 'strong',
  completed: 'strong',
  reported: 'strong',
  met: 'strong',
  planned: 'pale',
  approved: 'pale',
  vacant: 'pale',
  open: 'pale',
  deferred: 'pale',
  frozen: 'held',
  'not reported': 'silent',
};

/** The tone of a state; what is not named here ends something. */
export function toneOf(state: string): Tone {
  return TONES[state] ?? 'over';
}
