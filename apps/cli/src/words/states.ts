import type { PossibleState } from '@cadre/contract';
import { sayWhen } from './when.js';
import { saySource } from './source.js';
import { inWords, NOT_REPORTED } from './values.js';

/** What a thing can have been, a line per state with everything said of it and what it rests on. */
export function sayStates(states: readonly PossibleState[]): readonly string[] {
  return states.flatMap((state, i) => {
    const label = states.length === 1 ? 'certainly' : i === 0 ? 'either' : 'or';
    const bound = state.present ? 'since' : 'until';
    return [
      `${label}: ${sayState(state)}`,
      `    ${bound} ${sayWhen(state.because.effective)}, ${saySource(state.because)}`,
    ];
  });
}

/** What is said of a thing, column by column; what is not reported is left out. */
export function sayState({ present, values }: PossibleState): string {
  if (!present) return 'not there';
  const said = [...inWords(values)].filter(([, value]) => value !== NOT_REPORTED);
  return said.map(([name, value]) => `${name.replaceAll('_', ' ')} ${value}`).join(', ');
}
