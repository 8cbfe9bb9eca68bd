import type { BreakdownAnswer, BreakdownPart, CountAnswer } from '@cadre/contract';
import { exactCount } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { notReported, rangeOf, reported } from '../table/counts.js';
import { asOfAnswer } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { unitNames } from '../units/units.query.js';
import { blockCounts, last, stageCauses, type StageCounts } from './block-counts.js';
import { type BlockMaterial, blockOver } from './block-material.js';
import { originsOf } from './origins.js';
import { type Part, type Parted, partedBy, partedBySource } from './parts.js';
import { isOnDuty, stageCount, tallyOf } from './tally.js';

/** How to part the posts of a block. */
export interface BreakdownQuestion extends AsOfDates {
  /** Id of the block. */
  readonly block: string;
  readonly by: BreakdownAnswer['by'];
}

/** The posts of a block by grade, unit or origin: what the sources tell of that, and the rest as one number. */
export function breakdownAnswer(tables: Tables, question: BreakdownQuestion): Promise<BreakdownAnswer> {
  return tables.read(async (snapshot) => {
    const { block: id, by, validOn, knownAt } = question;
    const asOf = await asOfAnswer(snapshot, question);
    const read = (await blockOver(snapshot, id, knownAt)).on(validOn);
    if (read === null) return { asOf, ...untold(id, by) };
    const material = await withCauses(snapshot, read);
    const counts = blockCounts(material);
    const of = counts.approved.notReported && !counts.proposed.notReported ? 'proposed' : 'approved';
    const { parts, rest } = parted(material, counts[of], of, by);
    const names = by === 'unit' ? await unitNames(snapshot, question) : new Map<string, string | null>();
    return {
      asOf,
      block: id,
      name: last(material.block, 'name') ?? id,
      group: last(material.block, 'group_name'),
      by,
      of,
      whole: counts[of],
      parts: parts.map((part) => ({
        ...shown(part, material, counts, parts.length === 1 && rest?.atMost === 0),
        name: names.get(part.key) ?? part.key,
      })),
      rest: rest === null ? notReported() : restAnswer(rest, counts[of]),
    };
  });
}

function untold(block: string, by: BreakdownAnswer['by']): Omit<BreakdownAnswer, 'asOf'> {
  return { block, name: block, group: null, by, of: 'approved', whole: notReported(), parts: [], rest: notReported() };
}

/** Adds the entries that say of posts and block what they are parted by. */
async function withCauses(snapshot: Snapshot, material: BlockMaterial): Promise<BlockMaterial> {
  const { block, posts, cases } = material;
  const own = posts.flatMap(({ post }) => post ?? []);
  const stages = [...own, ...posts.flatMap((post) => post.cases), ...cases].flatMap(stageCauses);
  const said = [
    ...own.flatMap(({ states }) => states.flatMap((it) => [it.causeOf('grade'), it.causeOf('unit_id')])),
    ...block.states.flatMap((it) => ['grade', 'unit_ids', 'breakdown'].map((column) => it.causeOf(column))),
  ];
  return { ...material, causes: await becauseOf(snapshot, [...stages, ...said]) };
}

function parted(
  material: BlockMaterial,
  whole: CountAnswer,
  of: BreakdownAnswer['of'],
  by: BreakdownAnswer['by'],
): Parted {
  switch (by) {
    case 'origin':
      return of === 'approved'
        ? { parts: originsOf(material), rest: whole.notReported ? null : exactCount(0) }
        : { parts: [], rest: rangeOf(whole) };
    case 'unit':
      return partedBy(material, 'unit_id', whole);
    case 'grade': {
      const grades = partedBy(material, 'grade', whole);
      return grades.parts.length > 0 ? grades : partedBySource(material, of);
    }
  }
}

function shown(
  part: Part,
  { causes }: BlockMaterial,
  counts: StageCounts,
  isWhole: boolean,
): Omit<BreakdownPart, 'name'> {
  const { key, authorityKind, posts, identified } = part;
  const because = [...new Set(identified.flatMap(({ post }) => (post === null ? [] : stageCauses(post))))];
  const onDuty = isWhole
    ? counts.onDuty
    : stageCount([], tallyOf(identified.map(isOnDuty)), posts.atMost, {
        because: because.flatMap((id) => causes.get(id) ?? []),
        wording: null,
      });
  return { key, authorityKind, posts, onDuty };
}

function restAnswer({ atLeast, atMost }: { atLeast: number; atMost: number | null }, whole: CountAnswer): CountAnswer {
  return reported(atLeast, atMost, whole.because, 'the whole less what is told of its parts');
}
