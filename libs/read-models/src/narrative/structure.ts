import type { NarrativeSentence } from '@cadre/contract';
import { partsOf } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { BEING_THERE, causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { type Change, changesOf } from './changes.js';
import { between, isNone, listed, say, type Saying, sayNumber, sayWhen } from './saying.js';

const CHANGES = [
  ...['OrgUnitEstablished', 'OrgUnitRenamed', 'OrgUnitTransferred', 'OrgUnitsMerged', 'OrgUnitSplit'],
  ...['OrgUnitRelocated', 'OrgUnitAbolished'],
];

/** How many units stand, what changed among them, and what is planned. A unit of which no beginning is known is no change. */
export async function structureSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const units = await thingsOf(snapshot, 'units', dates);
  const names = new Map(units.map((unit) => [unit.id, nameOf(unit)]));
  const changes = (await changesOf(snapshot, CHANGES, dates)).filter(isNews);
  const named = (id: string): string => names.get(id) ?? id;
  return [
    ...(await unitsStanding(snapshot, units)),
    ...listed(
      'structure',
      changes.map((change) => changed(change, named)),
    ),
    ...listed('structure', await plannedUnits(snapshot, units, named)),
  ];
}

const nameOf = (unit: Thing): string => valuesIn<string | null>(unit, 'name').at(-1) ?? unit.id;

const isNews = ({ type, because }: Change): boolean =>
  type !== 'OrgUnitEstablished' || because.effective.earliest !== null;

const isEstablished = (status: unknown): boolean => status === 'established';

async function unitsStanding(snapshot: Snapshot, units: readonly Thing[]): Promise<readonly NarrativeSentence[]> {
  const possibly = units.filter(({ states }) => states.some(({ values }) => isEstablished(values['status'])));
  const surely = possibly.filter(({ states }) => states.every(({ values }) => isEstablished(values['status'])));
  const count = between(surely.length, possibly.length);
  if (isNone(count)) return [];
  const because = [...(await becauseOf(snapshot, causesOf(possibly, ['status']))).values()];
  const sentence = `Organisational units standing: ${sayNumber(count)}.`;
  return [say({ section: 'structure', key: 'unitsStanding', counts: { units: count }, because, sentence })];
}

function changed(change: Change, named: (id: string) => string): NarrativeSentence {
  const { because, surely } = change;
  const said = whatChanged(change, named);
  return say({
    ...said,
    section: 'structure',
    certain: surely,
    windows: { when: because.effective },
    because: [because],
    sentence: `${said.sentence}${sayWhen(because.effective)}${sayList(said.lists)}.`,
  });
}

type Said = Pick<Saying, 'key' | 'texts' | 'lists' | 'sentence'>;

/** ": one, another", or nothing. */
const sayList = (lists: Said['lists'] = {}): string =>
  Object.values(lists)
    .map((names) => `: ${names.join(', ')}`)
    .join('');

/** What changed, without its date. */
function whatChanged({ type, data, stream }: Change, named: (id: string) => string): Said {
  const unit = named(partsOf(stream).id);
  const text = (field: string): string | null => (data[field] ?? null) as string | null;
  const ids = (field: string): string[] => ((data[field] ?? []) as string[]).map(named);
  switch (type) {
    case 'OrgUnitEstablished':
      return { key: 'unitEstablished', texts: { unit }, sentence: `${unit} was established` };
    case 'OrgUnitRenamed': {
      const [from, to] = [text('from') ?? unit, text('to')!];
      return { key: 'unitRenamed', texts: { from, to }, sentence: `${from} was renamed ${to}` };
    }
    case 'OrgUnitTransferred':
      return transferred(unit, text('fromParentId'), text('toParentId'), named);
    case 'OrgUnitsMerged': {
      const absorbed = [...ids('absorbedUnitIds'), ...((data['absorbedCapacities'] ?? []) as string[])];
      return { key: 'unitsMerged', texts: { unit }, lists: { absorbed }, sentence: `Merged into ${unit}` };
    }
    case 'OrgUnitSplit': {
      const into = (data['into'] as { readonly name: string }[]).map(({ name }) => name);
      return { key: 'unitSplit', texts: { unit }, lists: { into }, sentence: `${unit} was split` };
    }
    case 'OrgUnitRelocated': {
      const place = text('place')!;
      return { key: 'unitRelocated', texts: { unit, place }, sentence: `${unit} moved to ${place}` };
    }
    default: {
      const successors = ids('successorIds');
      if (successors.length === 0) {
        return { key: 'unitAbolished', texts: { unit }, sentence: `${unit} was abolished` };
      }
      const sentence = `${unit} was abolished, and succeeded`;
      return { key: 'unitSucceeded', texts: { unit }, lists: { successors }, sentence };
    }
  }
}

function transferred(unit: string, fromId: string | null, toId: string | null, named: (id: string) => string): Said {
  if (toId === null) {
    const sentence = `${unit} was transferred to the top of the organisation`;
    return { key: 'unitTransferredToTop', texts: { unit }, sentence };
  }
  const to = named(toId);
  if (fromId === null) {
    return { key: 'unitTransferred', texts: { unit, to }, sentence: `${unit} was transferred to ${to}` };
  }
  const from = named(fromId);
  const sentence = `${unit} was transferred from ${from} to ${to}`;
  return { key: 'unitTransferredFrom', texts: { unit, from, to }, sentence };
}

async function plannedUnits(
  snapshot: Snapshot,
  units: readonly Thing[],
  named: (id: string) => string,
): Promise<readonly NarrativeSentence[]> {
  const planned = units.filter(({ states }) => states.some(({ values }) => values['status'] === 'planned'));
  const causes = await becauseOf(snapshot, causesOf(planned, [BEING_THERE, 'status']));
  return planned.map((thing) => {
    const unit = nameOf(thing);
    const parentId = valuesIn<string | null>(thing, 'parent_id').at(-1) ?? null;
    const common = {
      section: 'structure' as const,
      certain: thing.states.every(({ values }) => values['status'] === 'planned'),
      because: causesOf([thing], ['status']).map((cause) => causes.get(cause)!),
    };
    if (parentId === null) {
      return say({ ...common, key: 'unitPlanned', texts: { unit }, sentence: `${unit} is planned.` });
    }
    const parent = named(parentId);
    const sentence = `${unit} is planned within ${parent}.`;
    return say({ ...common, key: 'unitPlannedIn', texts: { unit, parent }, sentence });
  });
}
