import { derivedId, type Entry, streamOf } from '@cadre/kernel';
import { type BlockEvent, type PostEvent, type PostFilled, type UnitEvent } from '@cadre/domain';
import { tellingFrom } from './policy.js';
import { whoLeft } from './when-post-filled.js';

/** Entries of another stream that policies record because of one: their event ids follow from it. */
export interface Followers {
  readonly stream: string;
  readonly eventIds: readonly string[];
}

/** What the policies record because of an entry, where it stands; `standing` is its stream as it was when they did. */
export function followersOf(entry: Entry, standing: readonly Entry[]): readonly Followers[] {
  const event = entry.event as BlockEvent | PostEvent | UnitEvent;
  const recorded = (category: string, id: string, step: string): Followers => ({
    stream: streamOf(category, id),
    eventIds: [derivedId(tellingFrom(entry, step).commandId, 0)],
  });
  if (event.type === 'PostFilled') return followersOfFilling(entry, event, recorded);
  if (event.type === 'PostVacated') {
    const personId = event.data.personId ?? whoLeft(standing as readonly Entry<PostEvent>[], entry);
    return personId === null ? [] : [recorded('person', personId, 'release')];
  }
  if (event.type === 'PostIdentified') return [recorded('post', event.data.postId, 'establish')];
  if (event.type === 'OrgUnitsMerged') {
    return event.data.absorbedUnitIds.map((id) => recorded('unit', id, `abolish ${id}`));
  }
  if (event.type === 'OrgUnitSplit') {
    return event.data.into.map(({ unitId }) => recorded('unit', unitId, `establish ${unitId}`));
  }
  return [];
}

/** The person's confirmation and the reservation before it, which the filling was caused by; and the case's report. */
function followersOfFilling(
  entry: Entry,
  { data: { personId, caseId } }: PostFilled,
  recorded: (category: string, id: string, step: string) => Followers,
): readonly Followers[] {
  const reported = caseId === null ? [] : [recorded('case', caseId, 'report')];
  if (personId === null) return reported;
  const { stream, eventIds } = recorded('person', personId, 'confirm');
  const reservation = entry.causationId === null ? [] : [entry.causationId];
  return [{ stream, eventIds: [...eventIds, ...reservation] }, ...reported];
}
