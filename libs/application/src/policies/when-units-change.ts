import { type Entry, isRefusal, partsOf, recordingDay, run } from '@cadre/kernel';
import { AbolishUnit, EstablishUnit, type OrgUnitsMerged, type OrgUnitSplit, unit } from '@cadre/domain';
import { UnitTimelines } from '../rules/unit-timelines.js';
import { record } from '../command-handlers.js';
import { type Policy, tellingFrom } from './policy.js';

/** Units merged into another end with the merger. */
export const whenUnitsMergedAbolishTheAbsorbed: Policy = {
  name: 'when-units-merged-abolish-the-absorbed',
  on: ['OrgUnitsMerged'],
  async react(application, merged) {
    const entry = merged as Entry<OrgUnitsMerged>;
    const successorIds = [partsOf(entry.stream).id];
    const alarms: string[] = [];
    for (const unitId of entry.event.data.absorbedUnitIds) {
      const answer = await record(
        application,
        unit,
        new AbolishUnit(unitId, { successorIds }, tellingFrom(entry, `abolish ${unitId}`)),
      );
      if (isRefusal(answer)) alarms.push(answer.sentence);
    }
    return alarms.length === 0 ? null : alarms.join(' ');
  },
};

/** The parts of a split unit are established beside it, under the same parent. */
export const whenUnitSplitEstablishItsParts: Policy = {
  name: 'when-unit-split-establish-its-parts',
  on: ['OrgUnitSplit'],
  async react({ environment }, split) {
    const entry = split as Entry<OrgUnitSplit>;
    const day = entry.effective.latest ?? recordingDay(entry);
    const parentId = (await new UnitTimelines(environment).parentOn(partsOf(entry.stream).id, day)) ?? null;
    const alarms: string[] = [];
    for (const { unitId, name, kind } of entry.event.data.into) {
      const answer = await run(
        environment,
        unit,
        new EstablishUnit(unitId, { name, kind, parentId }, tellingFrom(entry, `establish ${unitId}`)),
      );
      if (isRefusal(answer)) alarms.push(answer.sentence);
    }
    return alarms.length === 0 ? null : alarms.join(' ');
  },
};
