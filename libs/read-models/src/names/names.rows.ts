import {
  type BlockEvent,
  type CaseEvent,
  type CommitmentEvent,
  type EvaluationEvent,
  type PostEvent,
  type SourceEvent,
  type TeamEvent,
  type UnitEvent,
} from '@cadre/domain';
import { type Told } from '@cadre/kernel';
import { type Columns, type ItemRow, readModel } from '../read-model.js';
import { foldName } from './fold-name.js';

const columns = {
  /** What is named. */
  about: 'text',
  name: 'text',
  /** The name with what only looks different taken away. */
  folded: 'text',
  /** name, former name or alias */
  kind: 'text',
  note: 'text',
} as const satisfies Columns;

type Row = ItemRow<typeof columns>;
/** Names by their text; one that comes back is no former name any more. */
type Names = readonly Row[];

/** A table filled by several kinds of stream: whatever names something we track. */
const model = <
  E extends UnitEvent | TeamEvent | BlockEvent | PostEvent | CaseEvent | CommitmentEvent | EvaluationEvent,
>(
  category: 'unit' | 'team' | 'block' | 'post' | 'case' | 'commitment' | 'evaluation',
  nameIn: (event: E) => string | null,
): ReturnType<typeof readModel> =>
  readModel<Names, E, typeof columns>({
    table: 'names',
    category,
    columns,
    progress: ['kind'],
    words: { kind: ['name', 'former name', 'alias'] },
    initial: [],
    evolve: (names, { event, stream }) => named(names, nameIn(event), stream),
    rows: (names) => names,
  });

function named(names: Names, name: string | null, about: string): Names {
  if (name === null || names.some((row) => row.name === name && row.kind === 'name')) return names;
  const former = names.filter((row) => row.name !== name).map((row) => ({ ...row, kind: 'former name' }));
  return [...former, { item: name, about, name, folded: foldName(name), kind: 'name', note: null }];
}

/** Another name a source uses; aliases stand beside one another. */
const aliases = readModel<Row | null, SourceEvent, typeof columns>({
  table: 'names',
  category: 'source',
  columns,
  progress: ['kind'],
  words: { kind: ['name', 'former name', 'alias'] },
  initial: null,
  evolve: aliasIn,
  rows: (row) => (row === null ? [] : [row]),
  apart: (event) => (event.type === 'AliasRecorded' ? `${event.data.alias}\u0000${event.data.about}` : null),
});

function aliasIn(row: Row | null, { event }: Told<SourceEvent>): Row | null {
  switch (event.type) {
    case 'SourceRegistered':
    case 'StatementRecorded':
      return row;
    case 'AliasRecorded': {
      const { alias, about, note } = event.data;
      return { item: `${alias} = ${about}`, about, name: alias, folded: foldName(alias), kind: 'alias', note };
    }
  }
}

/** Names and aliases, for searching and loading. */
export const names = [
  model<UnitEvent>('unit', unitName),
  model<TeamEvent>('team', teamName),
  model<BlockEvent>('block', blockName),
  model<PostEvent>('post', postName),
  model<CaseEvent>('case', caseName),
  model<CommitmentEvent>('commitment', commitmentName),
  model<EvaluationEvent>('evaluation', evaluationName),
  aliases,
];

function unitName(event: UnitEvent): string | null {
  switch (event.type) {
    case 'OrgUnitPlanned':
    case 'OrgUnitEstablished':
      return event.data.name;
    case 'OrgUnitRenamed':
      return event.data.to;
    case 'OrgUnitTransferred':
    case 'OrgUnitsMerged':
    case 'OrgUnitSplit':
    case 'OrgUnitRelocated':
    case 'OrgUnitAbolished':
      return null;
  }
}

function teamName(event: TeamEvent): string | null {
  if (event.type === 'TeamPlanned') return event.data.name;
  return event.type === 'TeamRenamed' ? event.data.to : null;
}

function blockName(event: BlockEvent): string | null {
  return event.type === 'PostProposed' || event.type === 'PostApproved' ? event.data.name : null;
}

function postName(event: PostEvent): string | null {
  if (event.type === 'PostEstablished') return event.data.title;
  return event.type === 'PostReassigned' ? event.data.toTitle : null;
}

function caseName(event: CaseEvent): string | null {
  return event.type === 'RecruitmentOpened' ? event.data.name : null;
}

/** A promise is called by what is promised. */
function commitmentName(event: CommitmentEvent): string | null {
  return event.type === 'CommitmentMade' ? event.data.what : null;
}

function evaluationName(event: EvaluationEvent): string | null {
  return event.type === 'EvaluationPlanned' || event.type === 'EvaluationCompleted' ? event.data.subject : null;
}
