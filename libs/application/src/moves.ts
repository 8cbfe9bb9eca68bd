import {
  type CivilDate,
  type Command,
  decideOn,
  isRefusal,
  readTyped,
  type Refusal,
  statesOn,
  streamOf,
} from '@cadre/kernel';
import { type Category, movesOf, streams } from '@cadre/domain';
import { type Application } from './application.js';
import { checkAcrossStreams } from './rules/across-streams.js';
import { demandsOf } from './rules/demands.js';

/** Whether a command on one thing can be given as of a day. */
export interface OpenMove {
  readonly type: string;
  /** True when a state the thing may be in permits it, with some content. */
  readonly legal: boolean;
  /** True when every state it may be in does, and no fact recorded later stands in its way. */
  readonly certain: boolean;
  readonly why: Refusal | null;
}

/** The moves of one thing, and the revision of its stream that was looked at; -1 when it has none. */
export interface OpenMoves {
  readonly revision: number;
  readonly moves: readonly OpenMove[];
}

/** The id tried for a thing that is not there yet. */
const NOT_THERE = 'not-there-yet';

/** Every command on a thing (id null: on one not there yet), and whether it can be given as of a day, as known now. @throws Unavailable */
export async function openMoves(
  application: Application,
  { category, id }: { readonly category: Category; readonly id: string | null },
  on: CivilDate,
): Promise<OpenMoves> {
  const { environment } = application;
  const decider = streams[category];
  const stream = streamOf(category, id ?? NOT_THERE);
  const standing = id === null ? [] : await readTyped(environment, stream);
  const states = statesOn(decider, standing, on, environment.clock.now());
  const moves: OpenMove[] = [];
  for (const move of movesOf(category, { id: id ?? NOT_THERE, states, on })) {
    const { type, legal, sample } = move;
    const inTheWay = sample && (await decideOn(environment, decider, sample, standing));
    const refusal = inTheWay && isRefusal(inTheWay) ? inTheWay : null;
    const final = sample && (neverOpen(refusal) ?? (await forbiddenByOthers(application, sample, stream)));
    moves.push(
      final
        ? { type, legal: false, certain: false, why: final }
        : { type, legal, certain: move.certain && refusal === null, why: refusal ?? move.why },
    );
  }
  return { revision: standing.at(-1)?.revision ?? -1, moves };
}

/** What has not happened yet cannot be told, with whatever content. */
const neverOpen = (refusal: Refusal | null): Refusal | null =>
  refusal?.code === 'OCCURRENCE_IN_FUTURE' ? refusal : null;

/** What other streams forbid whatever the content says: a unit that others need is not ended. */
async function forbiddenByOthers(
  { environment, surroundings }: Application,
  sample: Command,
  stream: string,
): Promise<Refusal | null> {
  const demands = demandsOf(sample.id, sample);
  const isOfItself = demands.every((demand) => demand.kind === 'unit is empty' && demand.unitId === sample.id);
  return demands.length > 0 && isOfItself ? checkAcrossStreams(environment, surroundings, sample, stream) : null;
}
