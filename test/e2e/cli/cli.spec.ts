import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryAnswer, LineageAnswer, TableAnswer } from '@cadre/contract';
import Database from 'better-sqlite3';
import { built, cadre, EXAMPLE, type Ran } from './cadre.js';

const IOT = ['--where', 'kind=integrated operational team'];
const DOCUMENT = ['--carried-over-from', '2007-12-31', '--actor', 'worked-example'];

let temporary: string;
let folder: string;

/** Runs a command on the data folder. */
const ask = (...args: string[]): Promise<Ran> => cadre([...args, '--data', folder]);

/** Runs a command on the data folder that must succeed, and reads its JSON. */
async function read<T>(...args: string[]): Promise<T> {
  const { code, output, errors } = await ask(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${errors}`);
  return JSON.parse(output) as T;
}

beforeAll(async () => {
  await built();
  temporary = mkdtempSync(join(tmpdir(), 'cadre-cli-'));
  folder = join(temporary, 'data');
  const { code, errors } = await ask('import', EXAMPLE, '--record', ...DOCUMENT);
  if (code !== 0) throw new Error(`the example does not load: ${errors}`);
}, 300_000);

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe('as-of', () => {
  it.each([
    ['2007-10-15', 'teams: 0 (certain)'],
    ['2007-10-25', 'teams: 0 or 1 (uncertain: end of October 2007 ("2007 年 10 月底"))'],
    ['2007-10-31', 'teams: 1 (certain)'],
  ])('on %s the teams standing are %s', async (validOn, words) => {
    const { code, output } = await ask('as-of', 'teams', '--where', 'status=standing', ...IOT, '--valid-on', validOn);
    expect(code).toBe(0);
    expect(output).toContain(words);
  });

  it('names document and paragraph beside what is certain', async () => {
    const { output } = await ask('as-of', 'teams', '--where', 'status=standing', ...IOT, '--valid-on', '2007-10-31');
    expect(output).toMatch(/^darfur .*standing .*A\/62\/627 para\. 19$/m);
  });

  it('shows establishment, teams and promises when no table is named', async () => {
    const { code, output } = await ask('as-of', '--valid-on', '2007-12-31');
    expect(code).toBe(0);
    expect(output).toContain('standing: 1 of 6 (certain)');
    expect(output).toMatch(/Additional posts for the two departments +approved +not reported +152 /);
    expect(output).toContain('Promises overdue:');
  });

  it('answers as known at an earlier moment: before the report nothing was known', async () => {
    const answer = await read<TableAnswer>('as-of', 'teams', '--known-at', '2007-12-30');
    expect(answer.count.notReported).toBe(true);
    const { output } = await ask('as-of', 'teams', '--known-at', '2007-12-30');
    expect(output).toContain('teams: not reported');
  });

  it('gives the exact answer as JSON', async () => {
    const answer = await read<TableAnswer>(
      'as-of',
      'teams',
      '--where',
      'status=standing',
      ...IOT,
      '--valid-on',
      '2007-10-25',
    );
    expect(answer.count).toMatchObject({ atLeast: 0, atMost: 1, certain: false, notReported: false });
    expect(answer.asOf.validOn).toBe('2007-10-25');
  });

  it('takes several values for a column, together or one by one', async () => {
    const together = await read<TableAnswer>(
      'as-of',
      'teams',
      '--where',
      'status=standing,planned',
      '--known-at',
      '2008-01-01',
    );
    const apart = await read<TableAnswer>(
      ...['as-of', 'teams', '--where', 'status=standing', '--where', 'status=planned', '--known-at', '2008-01-01'],
    );
    expect(together.rows.length).toBeGreaterThan(1);
    expect(apart.rows).toEqual(together.rows);
  });

  it('counts what lies below a unit only within it', async () => {
    const question = ['as-of', 'teams', '--where', 'unit_id=office-of-operations', '--valid-on', '2007-12-31'];
    const itself = await read<TableAnswer>(...question);
    const within = await read<TableAnswer>(...question, '--within');
    expect(within.rows.length).toBeGreaterThan(itself.rows.length);
  });
});

describe('explain', () => {
  it('leads from a number to its paragraph', async () => {
    const { output } = await ask('explain', 'teams', '--where', 'status=standing', ...IOT, '--valid-on', '2007-10-25');
    expect(output).toContain('teams: 0 or 1 (uncertain: end of October 2007 ("2007 年 10 月底"))');
    expect(output).toContain('source    A/62/627 para. 19, fact T07');
    expect(output).toMatch(/known +2007-12-31T00:00:00\.000Z, carried over \(entered \d{4}-/);
  });

  it('gives the histories behind the number as JSON', async () => {
    const { histories } = await read<LineageAnswer>(
      ...['explain', 'teams', '--where', 'status=standing', ...IOT, '--valid-on', '2007-10-25'],
    );
    expect(histories.map(({ stream }) => stream)).toEqual(['team-darfur']);
  });
});

describe('import', () => {
  it('finds nothing new in a file it has loaded', async () => {
    const { code, output } = await ask('import', EXAMPLE, ...DOCUMENT);
    expect(code).toBe(0);
    expect(output).toMatch(/^(\d+) rows: 0 new, \1 unchanged, 0 refused\.$/m);
  });

  it('writes nothing in a dry run, not even the folder', async () => {
    const nowhere = join(temporary, 'not-made');
    const { code, output } = await cadre(['import', EXAMPLE, ...DOCUMENT, '--data', nowhere]);
    expect(code).toBe(0);
    expect(output).toMatch(/^(\d+) rows: \1 new, 0 unchanged, 0 refused\.$/m);
    expect(output).toContain('Dry run: nothing was recorded');
    expect(readdirSync(temporary)).not.toContain('not-made');
  });

  it('reads the standard input', async () => {
    const { output } = await cadre(['import', '-', ...DOCUMENT, '--data', folder], {
      input: readFileSync(EXAMPLE, 'utf8'),
    });
    expect(output).toMatch(/ 0 new, \d+ unchanged, 0 refused\./);
  });

  it('says of a refused row its code, a sentence and where, and keeps all rows out', async () => {
    const before = await read<TableAnswer>('as-of', 'teams');
    const file = join(temporary, 'refused.ndjson');
    const good = { ...standUp('team-west-africa'), effective: { on: '2008-02-01' } };
    const bad = { ...standUp('team-great-lakes'), effective: { earliest: '2008-02-01', latest: '2008-01-01' } };
    writeFileSync(file, `${JSON.stringify(good)}\n${JSON.stringify(bad)}\n`);
    const { code, output } = await ask('import', file, '--record');
    expect(code).toBe(1);
    expect(output).toContain('WINDOW_REVERSED at /effective/earliest: The earliest date 2008-02-01 lies after');
    expect(output).toContain('Nothing was recorded');
    expect((await read<TableAnswer>('as-of', 'teams')).asOf.position).toBe(before.asOf.position);
  });

  it('takes grades of another organisation when it is told of them', async () => {
    const data = join(temporary, 'grades');
    const input = JSON.stringify({
      stream: 'post-librarian',
      event: {
        type: 'PostEstablished',
        data: {
          ...{ blockId: null, number: null, title: 'Librarian', grade: 'Librarian II' },
          ...{ unitId: null, seniority: null, occupancy: 'vacant' },
        },
      },
      effective: { on: '2007-07-01' },
      source: { kind: 'local-knowledge', who: 'desk-officer' },
    });
    const load = (...args: readonly string[]): Promise<Ran> =>
      cadre(['import', '-', '--data', data, ...args], { input });
    expect((await load()).output).toContain('--grade "Librarian II"');
    expect((await load('--grade', 'Librarian I', '--grade', 'Librarian II')).code).toBe(0);
    expect((await load('--any-grade')).code).toBe(0);
    expect((await load('--grade', ' ')).code).toBe(2);
  });

  it('stopped by Ctrl-C, it is finished by running it again', async () => {
    const [file, data] = [join(temporary, 'many.ndjson'), join(temporary, 'many')];
    const rows = 4_000;
    writeFileSync(file, Array.from({ length: rows }, (_, i) => JSON.stringify(source(`note-${i}`))).join('\n'));
    const command = ['import', file, '--record', '--data', data];
    const stopped = await cadre(command, { stopWhen: /recording \d+ of/ });
    expect(stopped.code).toBe(130);
    expect(stopped.errors).toContain('running it again finishes it');
    const { code, output } = await cadre(command);
    expect(code).toBe(0);
    const [, added, standing] = /: (\d+) new, (\d+) unchanged, 0 refused/.exec(output)!.map(Number);
    expect(standing).toBeGreaterThan(0);
    expect(added! + standing!).toBe(rows);
  }, 120_000);
});

describe('a correction', () => {
  let told: string;
  const today = new Date().toISOString().slice(0, 10);

  beforeAll(async () => {
    const { entries } = await read<HistoryAnswer>('history', 'team-darfur');
    told = entries.find(({ fact }) => fact === 'T07')!.eventId;
    const file = join(temporary, 'correction.ndjson');
    const correction = {
      ...standUp('team-darfur'),
      effective: { on: '2007-10-29' },
      retells: told,
      reason: 'The log book gives the day.',
    };
    writeFileSync(file, JSON.stringify(correction));
    const { code, output, errors } = await ask('import', file, '--record');
    if (code !== 0) throw new Error(`the correction is refused: ${output}${errors}`);
  });

  it('shows in the history what it takes back and what it tells anew', async () => {
    const { code, output } = await ask('history', 'team-darfur');
    expect(code).toBe(0);
    expect(output).toMatch(/^#\d+ +\[taken back\] .*stood up/m);
    expect(output).toMatch(/^ +taken back by #\d+/m);
    expect(output).toMatch(/^ +retells +#\d+/m);
    expect(output).toContain('local knowledge of desk-officer');
  });

  it('leaves the history as it was known before', async () => {
    const { output } = await ask('history', 'team-darfur', '--known-at', '2007-12-31');
    expect(output).not.toContain('taken back');
    expect(output).toContain('carried over');
  });

  it('explains what counts first and what was taken back after it', async () => {
    const { output } = await ask('explain', 'teams', '--where', 'status=standing', ...IOT, '--valid-on', '2007-10-31');
    expect(output).toMatch(/29 October 2007[^]*not counted:[^]*\[taken back\]/);
  });

  it('changes the answer between the two moments, and diff says so', async () => {
    const { code, output } = await ask('diff', '--known', '2007-12-31', today, '--valid-on', '2007-10-25');
    expect(code).toBe(0);
    expect(output).toMatch(/teams: team-darfur\n +before .*status standing.*\n +after .*status planned/);
    expect(output).toContain('Recorded in between: 2');
    expect(output).toContain('The log book gives the day.');
  });

  it('shows no difference between two moments with nothing in between', async () => {
    const { output } = await ask('diff', '--known', '2008-01-01', '2008-02-01', '--valid-on', '2007-10-25');
    expect(output).toContain('No answer changed.');
    expect(output).toContain('Nothing was recorded in between.');
  });

  it('leaves tables that a rebuild fills with the same bytes again', async () => {
    const { code, output } = await ask('rebuild');
    expect(code).toBe(0);
    expect(output).toContain('the same bytes');
    expect((await ask('as-of', 'teams')).code).toBe(0);
  });
});

describe('rebuild', () => {
  it('ends with 1 when the tables were not what the log says, and mends them', async () => {
    const data = join(temporary, 'tampered');
    await cadre(['import', EXAMPLE, '--record', ...DOCUMENT, '--data', data]);
    await cadre(['as-of', '--data', data]);
    const tables = new Database(join(data, 'read-models-1.sqlite'));
    tables.exec("UPDATE teams SET status = 'standing'");
    tables.close();
    const found = await cadre(['rebuild', '--data', data]);
    expect(found.code).toBe(1);
    expect(found.output).toMatch(/^ +teams +(\d+) +\1 +differs$/m);
    const again = await cadre(['rebuild', '--data', data]);
    expect(again.code).toBe(0);
  });

  it('is taken back by --undo, as long as there are tables before it, and forth again', async () => {
    const data = join(temporary, 'undone');
    await cadre(['import', EXAMPLE, '--record', ...DOCUMENT, '--data', data]);
    const nothing = await cadre(['rebuild', '--undo', '--data', data]);
    expect([nothing.code, nothing.errors]).toEqual([1, 'cadre: There are no tables before these to go back to.\n']);
    await cadre(['rebuild', '--data', data]);
    const inUse = (): string => readFileSync(join(data, 'read-models.current'), 'utf8');
    const rebuilt = inUse();
    const undone = await cadre(['rebuild', '--undo', '--data', data]);
    expect(undone.output).toContain('The tables before the last rebuild are in use again');
    expect(inUse()).not.toBe(rebuilt);
    expect((await cadre(['as-of', 'teams', '--data', data])).code).toBe(0);
    await cadre(['rebuild', '--undo', '--data', data]);
    expect(inUse()).toBe(rebuilt);
  });
});

describe('narrative', () => {
  it('gives sentences with their sources', async () => {
    const { code, output } = await ask('narrative', '--valid-on', '2007-12-31', '--known-at', '2007-12-31');
    expect(code).toBe(0);
    expect(output).toMatch(/\[A\/62\/627 para\. \d+/);
  });
});

describe('arguments', () => {
  it.each([
    [['as-of', 'tams'], 'TABLE is "tams"'],
    [['as-of', 'teams', '--valid-on', '2007-02-30'], '--valid-on is "2007-02-30"'],
    [['as-of', 'teams', '--known-at', 'yesterday'], '--known-at is "yesterday"'],
    [['as-of', 'teams', '--where', 'status'], '--where is "status"'],
    [['as-of', 'teams', '--where', 'colour=red'], '--where: There is no column "colour"'],
    [['as-of', 'teams', '--vaild-on', '2007-10-15'], '--vaild-on is no option'],
    [['as-of', 'teams', '--valid-on', '--json'], '--valid-on needs a value'],
    [['history'], 'STREAM is missing'],
    [['diff', '--known', '2007-12-31'], '--known needs two moments'],
    [['diff', '--known', '2008-12-31', '2007-12-31'], '--known needs the earlier moment first'],
    [['frobnicate'], '"frobnicate" is no command'],
  ])('%j is answered by a sentence that names what is wrong, and exit code 2', async (args, sentence) => {
    const { code, output, errors } = await cadre([...args, ...(args.length > 1 ? ['--data', folder] : [])]);
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it.each([['as-of'], ['history', 'team-darfur'], ['rebuild'], ['narrative']])(
    '%s of a folder that is not there is refused, and the folder is not made',
    async (...args) => {
      const { code, errors } = await cadre([...args, '--data', join(temporary, 'nowhere')]);
      expect(code).toBe(1);
      expect(errors).toMatch(/^cadre: There is no folder .*nowhere; .*\.\n$/);
      expect(readdirSync(temporary)).not.toContain('nowhere');
    },
  );

  it('says what it can do, and of one command what it takes', async () => {
    const { code, output } = await cadre(['--help']);
    expect(code).toBe(0);
    expect(output).toContain('as-of [TABLE]');
    expect((await cadre(['import', '--help'])).output).toContain('--carried-over-from DATE');
  });
});

function standUp(stream: string): Record<string, unknown> {
  return {
    stream,
    event: { type: 'TeamStoodUp', data: {} },
    source: { kind: 'local-knowledge', who: 'desk-officer' },
  };
}

function source(id: string): Record<string, unknown> {
  return {
    stream: `source-${id}`,
    event: { type: 'SourceRegistered', data: { document: id, title: id, dated: null, datedHow: null, language: 'en' } },
    effective: { on: '2008-01-01' },
    source: { kind: 'local-knowledge', who: 'desk-officer' },
  };
}
