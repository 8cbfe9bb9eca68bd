import { exactly } from '@cadre/kernel';
import { factId, given, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as build from './source.builders.js';
import { source } from './source.js';

const { sourceRegistered: registered, statementRecorded: recorded, aliasRecorded: alias, figure } = build;

describe('a source is registered', () => {
  it('a source is registered once', () =>
    given(source, codec, registered()).when(build.registerSource()).thenRefused('SOURCE_ALREADY_REGISTERED'));
  it('a date is stated or inferred', () =>
    given(source, codec)
      .when(build.registerSource({ dated: '2007-12-31' }))
      .thenRefused('DATED_HOW_MISSING'));
  it('no date is neither stated nor inferred', () =>
    given(source, codec)
      .when(build.registerSource({ datedHow: 'stated' }))
      .thenRefused('DATED_HOW_MISSING'));
  it('an inferred date is kept as such', () => {
    const data = { dated: '2007-12-31', datedHow: 'inferred' } as const;
    return given(source, codec).when(build.registerSource(data)).then(registered(data));
  });
});

describe('a source makes statements', () => {
  it.each([build.recordStatement(), build.recordAlias()])('an unregistered source says nothing ($type)', (command) =>
    given(source, codec).when(command).thenRefused('SOURCE_NOT_REGISTERED'),
  );
  it('a source registered without a date may speak of any time', () =>
    given(source, codec, build.registerSource())
      .when(build.recordStatement({}, { by: '1995-12-31' }))
      .then(recorded()));
  it('a source may speak of the future', () =>
    given(source, codec, registered())
      .when(build.recordStatement({}, { from: '2009-01-01' }))
      .then(recorded()));
  it('statements of one source are told apart', () =>
    given(source, codec, registered(), recorded())
      .when(build.recordStatement({ text: 'Another one.' }))
      .thenRefused('STATEMENT_ID_TAKEN'));
  it('a statement told anew keeps its id', async () => {
    const event = recorded({ text: 'Read again.' });
    const ground = { kind: 'local-knowledge', who: 'officer-1' } as const;
    const retelling = { event, effective: exactly('2007-07-01'), source: ground };
    const [state] = await given(source, codec, registered(), recorded())
      .when(build.recordAlias({}, { corrections: [{ eventId: factId(2), reason: 'misread', retelling }] }))
      .state('2008-01-15');
    expect(state?.statements).toEqual([event.data]);
  });
});

describe('figures are what they say', () => {
  const state = (more: Parameters<typeof figure>[0]): ReturnType<typeof build.recordStatement> =>
    build.recordStatement({ figures: [figure(), figure({ what: 'another', ...more })] });

  it.each([-100, 0, 17.5, 1000])('%d percent is a share', (value) =>
    given(source, codec, registered())
      .when(state({ value }))
      .then(recorded({ figures: [figure(), figure({ what: 'another', value })] })),
  );
  it.each([
    [-101, 'percent'],
    [1001, 'percent'],
    [1001, '%'],
  ])('%d %s is out of range', (value, unit) =>
    given(source, codec, registered()).when(state({ value, unit })).thenRefused('PERCENT_OUT_OF_RANGE'),
  );
  it.each(['people', 'posts'])('there is no half of %s', async (unit) => {
    const refusal = await given(source, codec, registered())
      .when(state({ value: 4.25, unit }))
      .thenRefused('COUNT_NOT_WHOLE');
    expect(refusal.pointer).toBe('/figures/1/value');
  });
  it.each(['people', 'posts'])('there are no fewer than no %s', (unit) =>
    given(source, codec, registered())
      .when(state({ value: -1, unit }))
      .thenRefused('COUNT_NEGATIVE'),
  );
  it('a loaded figure is judged alike', () =>
    given(source, codec, registered())
      .when(build.loadIntoSource(recorded({ figures: [figure({ value: 0.5, unit: 'people' })] })))
      .thenRefused('COUNT_NOT_WHOLE'));
});

describe('statements of one topic are compared', () => {
  const topic = 'women in senior posts';
  const first = recorded({ topic, figures: [figure()] });
  const second = (more: Parameters<typeof recorded>[0]): ReturnType<typeof build.recordStatement> =>
    build.recordStatement({ statementId: 'w03', topic, ...more });
  const warnings = async (more: Parameters<typeof recorded>[0]): Promise<readonly unknown[]> => {
    const event = recorded({ statementId: 'w03', topic, ...more });
    return (await given(source, codec, registered(), first).when(second(more)).then(event)).warnings;
  };

  it('two statements that disagree are both kept, with a warning', () =>
    given(source, codec, registered(), first)
      .when(second({ figures: [figure({ value: 18 })] }))
      .thenWarned('SOURCES_DISAGREE'));
  it('"about" a figure is another claim than that figure', () =>
    given(source, codec, registered(), first)
      .when(second({ figures: [figure({ qualifier: 'about' })] }))
      .thenWarned('SOURCES_DISAGREE'));
  it('the same figure again is no disagreement', async () =>
    expect(await warnings({ figures: [figure()] })).toEqual([]));
  it('saying more is no disagreement', async () =>
    expect(await warnings({ figures: [figure(), figure({ what: 'women in all posts' })] })).toEqual([]));
  it('saying no figure is no disagreement', async () => expect(await warnings({ figures: [] })).toEqual([]));
  it('statements of different topics are not compared', async () =>
    expect(await warnings({ topic: 'another', figures: [figure({ value: 18 })] })).toEqual([]));
  it('statements without a topic are not compared', async () => {
    const { warnings: none } = await given(source, codec, registered(), recorded({ figures: [figure()] }))
      .when(build.recordStatement({ statementId: 'w03', figures: [figure({ value: 18 })] }))
      .then(recorded({ statementId: 'w03', figures: [figure({ value: 18 })] }));
    expect(none).toEqual([]);
  });
});

describe('a source uses other names', () => {
  it('another name is kept', () => given(source, codec, registered()).when(build.recordAlias()).then(alias()));
  it('another name is recorded once', () =>
    given(source, codec, registered(), told(alias()))
      .when(build.recordAlias({ note: 'again' }))
      .thenRefused('ALIAS_ALREADY_RECORDED'));
  it('one name for two things is kept, with a warning', () =>
    given(source, codec, registered(), alias())
      .when(build.recordAlias({ about: 'unit-information-technology' }))
      .thenWarned('ALIAS_AMBIGUOUS'));
});
