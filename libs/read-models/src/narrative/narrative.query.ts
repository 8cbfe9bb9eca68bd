import type { NarrativeAnswer, NarrativeSection, NarrativeSentence, NarrativeSource } from '@cadre/contract';
import { type AsOfDates } from '../as-of.js';
import { asOfAnswer, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { unitNames } from '../units/units.query.js';
import { blockSentences } from './blocks.js';
import { claimSentences, indicatorSentences } from './claims.js';
import { commitmentSentences } from './commitments.js';
import { evaluationSentences } from './evaluations.js';
import { postSentences } from './posts.js';
import { recruitmentSentences } from './recruitment.js';
import { structureSentences } from './structure.js';
import { teamSentences } from './teams.js';

/** The parts of the report in order; what is not reported comes last. */
const SECTIONS: readonly NarrativeSection[] = [
  ...(['structure', 'posts', 'teams', 'recruitment', 'evaluations', 'commitments'] as const),
  ...(['indicators', 'disagreements', 'not reported'] as const),
];

/** A report's sentences for two dates, written from the data: each says nothing that its entries do not. */
export function narrativeAnswer(tables: Tables, dates: AsOfDates): Promise<NarrativeAnswer> {
  return tables.read(async (snapshot) => {
    const names = await unitNames(snapshot, dates);
    const told = [
      await structureSentences(snapshot, dates),
      await blockSentences(snapshot, dates),
      await postSentences(snapshot, dates, (id) => names.get(id) ?? id),
      await teamSentences(snapshot, dates),
      await recruitmentSentences(snapshot, dates),
      await evaluationSentences(snapshot, dates),
      await commitmentSentences(snapshot, dates),
      await indicatorSentences(snapshot, dates),
      await claimSentences(snapshot, dates),
    ].flat();
    const sentences = SECTIONS.flatMap((section) => told.filter((it) => it.section === section));
    return {
      asOf: await asOfAnswer(snapshot, dates),
      sentences,
      sources: await sourcesCited(snapshot, dates, sentences),
    };
  });
}

/** What is known of the documents that sentences rest on. */
async function sourcesCited(
  snapshot: Snapshot,
  dates: AsOfDates,
  sentences: readonly NarrativeSentence[],
): Promise<NarrativeSource[]> {
  const cited = new Set(sentences.flatMap(({ because }) => because.flatMap(({ document }) => document ?? [])));
  const registered = new Map<string, NarrativeSource>();
  for (const thing of await thingsOf(snapshot, 'sources', dates)) {
    const last = (column: string): string | null => valuesIn<string | null>(thing, column).at(-1) ?? null;
    const document = last('document')!;
    const [title, dated, datedHow, language] = [last('title'), last('dated'), last('dated_how'), last('language')];
    registered.set(document, { document, title, dated, datedHow, language });
  }
  return [...cited]
    .toSorted()
    .map(
      (document) => registered.get(document) ?? { document, title: null, dated: null, datedHow: null, language: null },
    );
}
