import { addDays, type CivilDate, type Entry, partsOf, recordingDay, run } from '@cadre/kernel';
import { AbolishUnit, EstablishUnit, type OrgUnitsMerged, type OrgUnitSplit, unit } from '@cadre/domain';
import { UnitTimelines } from '../rules/unit-timelines.js';
import { record } from '../command-handlers.js';
import { alarmOf, type Policy, tellingFrom } from './policy.js';

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
      const alarm = alarmOf(answer);
      if (alarm !== null) alarms.push(alarm);
    }
    return alarms.length === 0 ? null : alarms.join(' ');
  },
};

/** The parts of a split unit are established, each where it says, or else beside the unit under the same parent. */
export const whenUnitSplitEstablishItsParts: Policy = {
  name: 'when-unit-split-establish-its-parts',
  on: ['OrgUnitSplit'],
  async react({ environment }, split) {
    const entry = split as Entry<OrgUnitSplit>;
    const day = entry.effective.latest ?? recordingDay(entry);
    const beside = await parentAt(new UnitTimelines(environment), partsOf(entry.stream).id, day);
    const alarms: string[] = [];
    for (const { unitId, name, kind, parentId: own } of entry.event.data.into) {
      const parentId = own ?? beside;
      const answer = await run(
        environment,
        unit,
        new EstablishUnit(unitId, { name, kind, parentId }, tellingFrom(entry, `establish ${unitId}`)),
      );
      const alarm = alarmOf(answer);
      if (alarm !== null) alarms.push(alarm);
    }
    return alarms.length === 0 ? null : alarms.join(' ');
  },
};

/** Where a unit stands on the day it is split; where the split ends it, where it stood the day before. */
async function parentAt(units: UnitTimelines, unitId: string, day: CivilDate): Promise<string | null> {
  const parentId = await units.parentOn(unitId, day);
  return (parentId === undefined ? await units.parentOn(unitId, addDays(day, -1)) : parentId) ?? null;
}
