import { type CivilDate, type Command, type Move, movesIn, type Samples } from '@cadre/kernel';
import { blockSamples } from './block/block.moves.js';
import { caseSamples } from './case/case.moves.js';
import { commitmentSamples } from './commitment/commitment.moves.js';
import { evaluationSamples } from './evaluation/evaluation.moves.js';
import { personSamples } from './person/person.moves.js';
import { postSamples } from './post/post.moves.js';
import { sourceSamples } from './source/source.moves.js';
import { teamSamples } from './team/team.moves.js';
import { unitSamples } from './unit/unit.moves.js';
import { type Category, type CommandOf, commandTypes, type StateOf, streams } from './streams.js';

/** What to try of every kind of stream; the compiler refuses a missing command. */
const samples = {
  block: blockSamples,
  post: postSamples,
  case: caseSamples,
  person: personSamples,
  unit: unitSamples,
  team: teamSamples,
  evaluation: evaluationSamples,
  commitment: commitmentSamples,
  source: sourceSamples,
} satisfies { readonly [K in Category]: Samples<StateOf<K>, CommandOf<K>> };

/** Every command of a kind of stream, and whether a thing that may be in some states permits it on a day. Pure. */
export function movesOf(
  category: Category,
  thing: { readonly id: string; readonly states: readonly unknown[]; readonly on: CivilDate },
): readonly Move[] {
  const kind = { classes: commandTypes[category], samples: samples[category] };
  return movesIn(streams[category], kind as unknown as Parameters<typeof movesIn<unknown, Command, never>>[1], thing);
}
