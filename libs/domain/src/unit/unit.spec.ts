import { given, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as hierarchy from './hierarchy.js';
import * as build from './unit.builders.js';
import { unit } from './unit.js';

const { orgUnitPlanned: planned, orgUnitEstablished: established, orgUnitAbolished: abolished } = build;
const { UNIT } = build;

describe('a unit is planned and established', () => {
  it('a plan alone does not make a unit', () =>
    given(unit, codec, planned()).when(build.relocateUnit('Brindisi')).thenRefused('UNIT_NOT_ESTABLISHED'));
  it('a planned unit may be established', () =>
    given(unit, codec, planned()).when(build.establishUnit()).then(established()));
  it('a plan may get another name before the unit stands', () =>
    given(unit, codec, planned()).when(build.renameUnit('Office of Military Affairs')).then(build.orgUnitRenamed()));
  it('a plan may be moved under another unit before the unit stands, and begins there', async () => {
    const moved = build.orgUnitTransferred({ toParentId: 'field-support' });
    await given(unit, codec, planned()).when(build.transferUnit('field-support')).then(moved);
    const [state] = await given(unit, codec, planned(), moved)
      .when(build.establishUnit({ parentId: null }))
      .state('2008-01-15');
    expect(state).toMatchObject({ standing: 'established', parentId: 'field-support' });
  });
  it('a unit may be established without a plan on record', () =>
    given(unit, codec).when(build.establishUnit()).then(established()));
  it('an establishment that leaves out kind and parent keeps those of the plan', async () => {
    const bare = build.establishUnit({ kind: null, parentId: null });
    const [state] = await given(unit, codec, planned()).when(bare).state('2008-01-15');
    expect(state).toMatchObject({ standing: 'established', kind: 'division', parentId: 'peacekeeping' });
  });
  it('a unit is planned once', () =>
    given(unit, codec, planned()).when(build.planUnit()).thenRefused('UNIT_ALREADY_PLANNED'));
  it('a standing unit cannot be planned', () =>
    given(unit, codec, established()).when(build.planUnit()).thenRefused('UNIT_ALREADY_ESTABLISHED'));
  it('a standing unit cannot be established again', () =>
    given(unit, codec, established()).when(build.establishUnit()).thenRefused('UNIT_ALREADY_ESTABLISHED'));
  it('a unit may be established as of a day to come', () =>
    given(unit, codec)
      .when(build.establishUnit({}, { on: '2008-07-01' }))
      .then(established()));
  it.each(['branch', 'Arbeitsgruppe', '司'])('a unit is of whatever kind its organisation has, as of "%s"', (kind) =>
    given(unit, codec).when(build.establishUnit({ kind })).then(established({ kind })),
  );
  it.each(['', ' ', 'x'.repeat(101)])('a kind is a short word, not %j', (kind) =>
    expect(codec.read('OrgUnitEstablished', 1, { name: 'A', kind, parentId: null })).toMatchObject({
      code: 'DATA_NOT_READABLE',
    }),
  );
  it.each([build.planUnit({ parentId: UNIT }), build.establishUnit({ parentId: UNIT })])(
    'a unit cannot begin as its own parent ($type)',
    (command) => given(unit, codec).when(command).thenRefused('UNIT_OWN_PARENT'),
  );
});

describe('a unit changes', () => {
  it('a new name keeps the former one on record', () =>
    given(unit, codec, established())
      .when(build.renameUnit('Office of Military Affairs'))
      .then(build.orgUnitRenamed({ from: 'Military Division', to: 'Office of Military Affairs' })));
  it('the former name is the one it had on that date', () =>
    given(unit, codec, established(), told(build.orgUnitRenamed({ to: 'Third Name' }), { on: '2007-12-01' }))
      .when(build.renameUnit('Second Name', { on: '2007-09-01' }))
      .then(build.orgUnitRenamed({ from: 'Military Division', to: 'Second Name' })));
  it('a name that it already has is no new name', () =>
    given(unit, codec, established()).when(build.renameUnit('Military Division')).thenRefused('UNIT_NAME_UNCHANGED'));
  it('a unit may be renamed that was there all along', () =>
    given(unit, codec, told(established(), { undated: true }))
      .when(build.renameUnit('Office of Military Affairs', { on: '2007-07-01' }))
      .then(build.orgUnitRenamed()));
  it('a transfer keeps the former parent on record', () =>
    given(unit, codec, established())
      .when(build.transferUnit('field-support'))
      .then(build.orgUnitTransferred({ fromParentId: 'peacekeeping', toParentId: 'field-support' })));
  it('a unit may be moved to the top of the organisation', () =>
    given(unit, codec, established())
      .when(build.transferUnit(null))
      .then(build.orgUnitTransferred({ toParentId: null })));
  it('a unit that belongs to no other is not moved to the top', () =>
    given(unit, codec, established({ parentId: null }))
      .when(build.transferUnit(null))
      .thenRefused('UNIT_ALREADY_THERE'));
  it('a transfer goes somewhere else', () =>
    given(unit, codec, established()).when(build.transferUnit('peacekeeping')).thenRefused('UNIT_ALREADY_THERE'));
  it('a unit cannot be transferred under itself', () =>
    given(unit, codec, established()).when(build.transferUnit(UNIT)).thenRefused('UNIT_OWN_PARENT'));
  it('a loaded transfer of a unit under itself is refused as well', () =>
    given(unit, codec, established())
      .when(build.loadIntoUnit(build.orgUnitTransferred({ toParentId: UNIT })))
      .thenRefused('UNIT_OWN_PARENT'));
  it('a unit may move to another place', () =>
    given(unit, codec, established()).when(build.relocateUnit('Brindisi')).then(build.orgUnitRelocated()));
  it('a unit moves to a place where it is not yet', () =>
    given(unit, codec, established(), build.orgUnitRelocated())
      .when(build.relocateUnit('Brindisi'))
      .thenRefused('UNIT_PLACE_UNCHANGED'));
  it.each([
    build.renameUnit('Office'),
    build.transferUnit('field-support'),
    build.mergeUnits(),
    build.splitUnit(),
    build.relocateUnit('Brindisi'),
    build.abolishUnit(),
  ])('nothing changes a unit before it stands ($type)', (command) =>
    given(unit, codec).when(command).thenRefused('UNIT_NOT_ESTABLISHED'),
  );
});

describe('units are merged and split', () => {
  it('capacities without a unit of their own may be merged into a unit', () =>
    given(unit, codec, established())
      .when(build.mergeUnits({ absorbedUnitIds: [], absorbedCapacities: ['judicial'] }))
      .then(build.orgUnitsMerged({ absorbedUnitIds: [], absorbedCapacities: ['judicial'] })));
  it('a merger says of what', () =>
    given(unit, codec, established())
      .when(build.mergeUnits({ absorbedUnitIds: [] }))
      .thenRefused('NOTHING_TO_MERGE'));
  it('a unit cannot be merged into itself', () =>
    given(unit, codec, established())
      .when(build.mergeUnits({ absorbedUnitIds: ['military-cell', UNIT] }))
      .thenRefused('UNIT_MERGED_INTO_ITSELF'));
  it('a unit is merged into this one once', () =>
    given(unit, codec, established(), build.orgUnitsMerged())
      .when(build.mergeUnits())
      .thenRefused('UNIT_ALREADY_MERGED'));
  it('a merger names each unit once', () =>
    given(unit, codec, established())
      .when(build.mergeUnits({ absorbedUnitIds: ['military-cell', 'military-cell'] }))
      .thenRefused('UNIT_ALREADY_MERGED'));
  it('a unit goes on after others are split off', () =>
    given(unit, codec, established(), build.orgUnitSplit())
      .when(build.renameUnit('Office of Military Affairs'))
      .then(build.orgUnitRenamed()));
  it('a unit that ends by being split is abolished', () =>
    given(unit, codec, established(), build.orgUnitSplit({ ends: true }))
      .when(build.renameUnit('Office'))
      .thenRefused('UNIT_ABOLISHED'));
  it('a split says into what', () =>
    given(unit, codec, established())
      .when(build.splitUnit({ into: [] }))
      .thenRefused('NOTHING_TO_SPLIT_INTO'));
  it('a unit is not among the new units it is split into', () =>
    given(unit, codec, established())
      .when(build.splitUnit({ into: [{ unitId: UNIT, name: 'Same', kind: null }] }))
      .thenRefused('UNIT_SPLIT_INTO_ITSELF'));
  it('a part may say where it belongs', () => {
    const into = [{ unitId: 'planning', name: 'Planning', kind: null, parentId: UNIT }];
    return given(unit, codec, established()).when(build.splitUnit({ into })).then(build.orgUnitSplit({ into }));
  });
  it('a part does not belong to itself', () =>
    given(unit, codec, established())
      .when(build.splitUnit({ into: [{ unitId: 'planning', name: 'Planning', kind: null, parentId: 'planning' }] }))
      .thenRefused('UNIT_OWN_PARENT'));
  it('a part does not belong to the unit that ends by the split', () =>
    given(unit, codec, established())
      .when(
        build.splitUnit({ into: [{ unitId: 'planning', name: 'Planning', kind: null, parentId: UNIT }], ends: true }),
      )
      .thenRefused('PARENT_ENDS'));
  it('a split names each new unit once', () => {
    const part = { unitId: 'planning', name: 'Planning', kind: null };
    return given(unit, codec, established())
      .when(build.splitUnit({ into: [part, part] }))
      .thenRefused('UNIT_NAMED_TWICE');
  });
});

describe('abolition is final', () => {
  it('a standing unit may be abolished as of a day to come', () =>
    given(unit, codec, established())
      .when(build.abolishUnit({}, { on: '2008-06-30' }))
      .then(abolished()));
  it.each([
    build.planUnit(),
    build.establishUnit(),
    build.renameUnit('Office'),
    build.transferUnit('field-support'),
    build.mergeUnits(),
    build.splitUnit(),
    build.relocateUnit('Brindisi'),
    build.abolishUnit(),
  ])('nothing revives an abolished unit ($type)', (command) =>
    given(unit, codec, established(), abolished()).when(command).thenRefused('UNIT_ABOLISHED'),
  );
  it('a unit does not succeed itself', () =>
    given(unit, codec, established())
      .when(build.abolishUnit({ successorIds: [UNIT] }))
      .thenRefused('UNIT_OWN_SUCCESSOR'));
  it('an abolition told late may not undo what is on record after it', () =>
    given(unit, codec, established(), told(build.orgUnitRenamed(), { on: '2007-12-01' }))
      .when(build.abolishUnit({}, { on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT'));
});

describe('rules between units', () => {
  const parents: Record<string, string | null> = { division: 'office', office: 'department', department: null };
  const parentOf = (id: string): string | null | undefined => parents[id];

  it('a unit cannot come to stand under one of its own', () =>
    expect(hierarchy.parentCycle('department', 'division', parentOf)).toBe(true));
  it('a unit cannot come to stand under itself', () =>
    expect(hierarchy.parentCycle('office', 'office', parentOf)).toBe(true));
  it('a unit may move up', () => expect(hierarchy.parentCycle('division', 'department', parentOf)).toBe(false));
  it('a unit may move under one nobody told of, as far as cycles go', () =>
    expect(hierarchy.parentCycle('division', 'elsewhere', parentOf)).toBe(false));
  it('a cycle among others, however it came about, ends the climb', () =>
    expect(hierarchy.parentCycle('division', 'a', (id) => (id === 'a' ? 'b' : 'a'))).toBe(false));
  it('each refusal carries its code and what to look at', () => {
    expect(hierarchy.unitHasLivePosts('a', 2, '2008-01-15')).toMatchObject({ code: 'UNIT_HAS_LIVE_POSTS' });
    expect(hierarchy.unitHasChildren('a', 1, '2008-01-15')).toMatchObject({ code: 'UNIT_HAS_CHILDREN' });
    expect(hierarchy.parentIsBelow('a', 'b', '2008-01-15', '/toParentId')).toMatchObject({
      code: 'PARENT_CYCLE',
      pointer: '/toParentId',
    });
    expect(hierarchy.parentUnknown('b', '2008-01-15', '/parentId')).toMatchObject({
      code: 'PARENT_UNKNOWN',
      pointer: '/parentId',
    });
  });
});
