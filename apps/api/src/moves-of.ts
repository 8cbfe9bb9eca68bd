import { openMoves } from '@cadre/application';
import { type Cadre } from '@cadre/composition';
import { type MovesAnswer } from '@cadre/contract';
import { type Category, streams } from '@cadre/domain';
import { partsOf } from '@cadre/kernel';
import { UnknownQuestion } from '@cadre/read-models';
import { commandRoutes } from './http/command-routes.js';
import { type MovesQuestion } from './http/reads.js';

/** What can be recorded next, of all that has a way in; steps that only policies take have none. @throws UnknownQuestion */
export async function movesAnswer(
  { application }: Cadre,
  { stream, category: named, validOn }: MovesQuestion,
): Promise<MovesAnswer> {
  const { category, id } = stream === null ? { category: named!, id: null } : partsOf(stream);
  if (!isCategory(category)) throw new UnknownQuestion('/stream', `There is no kind of stream named ${category}.`);
  const { log, clock } = application.environment;
  const position = (await log.head())?.position ?? 0;
  const { revision, moves } = await openMoves(application, { category, id }, validOn);
  return {
    ...{ stream, category, validOn, knownAt: clock.now(), revision, position },
    moves: moves.flatMap(({ type, legal, certain, why }) => {
      const route = commandRoutes.find(({ command }) => command.name === type);
      if (!route) return [];
      const { group, step } = route;
      return [{ command: type, group, step, legal, certain, why: why && { code: why.code, sentence: why.sentence } }];
    }),
  };
}

const isCategory = (category: string): category is Category => Object.hasOwn(streams, category);
