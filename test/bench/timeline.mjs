// How soon the timeline shows ten thousand things, and how smoothly it scrolls and zooms: a log of that size behind the
// built program, and a real browser before it. Nothing is asserted on time; what is wanted stands beside what is measured.
//   npm run build && node test/bench/timeline.mjs [things] [visits]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const things = Number(process.argv[2] ?? 10_000);
const visits = Number(process.argv[3] ?? 5);
const root = fileURLToPath(new URL('../..', import.meta.url));
const built = process.env.CADRE_BUILT ?? join(root, 'dist');
const { openSqliteLog } = await import(join(built, 'libs/log/src/index.js'));
const { launchBrowser } = await import(join(root, 'test/support/browser.ts'));
const folder = mkdtempSync(join(built, 'bench-'));

const UNITS = 50;
/** Frames that are looked at in each way of moving. */
const FRAMES = 300;
const SMOOTH_MS = 50;

const pad = (number, digits = 2) => `${number}`.padStart(digits, '0');
const month = (n, first, width = 0) => ({
  earliest: `2024-${pad(n)}-${pad(first)}`,
  latest: `2024-${pad(n)}-${pad(first + width)}`,
  phrase: width === 0 ? null : 'as told',
});
let told = 0;

function entry(type, data, effective, reason = null) {
  const id = `00000000-0000-4000-8000-${pad((told += 1), 12)}`;
  return {
    ...{ eventId: id, schemaVersion: 1, event: { type, data }, effective, commandId: id, commandHash: 'a'.repeat(64) },
    ...{ recordedAt: '2025-01-01T00:00:00.000Z', enteredAt: null, actor: { id: 'a-1', role: 'hr-officer' } },
    ...{ source: { kind: 'local-knowledge', who: 'a-1' }, reason, correlationId: id, causationId: null },
    ...{ precedes: [], retells: null, fact: null },
  };
}

/** A post with two or three states, a third of them with fuzzy ends. */
function post(i) {
  const is = { blockId: null, number: `${i}`, title: `Officer ${i}`, grade: `P-${2 + (i % 4)}`, seniority: null };
  const on = { unitId: `unit-${i % UNITS}`, occupancy: 'vacant' };
  return [
    entry('PostEstablished', { ...is, ...on }, month(1 + (i % 3), 1 + (i % 20))),
    entry('PostFilled', { personId: null, share: 100, caseId: null }, month(5 + (i % 3), 1, i % 3 === 0 ? 20 : 0)),
    ...(i % 2 ? [entry('PostVacated', { personId: null, cause: null }, month(9, 1, i % 4 === 1 ? 25 : 0))] : []),
  ];
}

/** A promise of which every other is given another time. */
function commitment(i) {
  const what = { what: `Promise ${i}`, ownerUnitId: `unit-${i % UNITS}`, about: [], measure: null };
  return [
    entry('CommitmentMade', { ...what, due: month(4, 1, 29) }, month(1, 10)),
    ...(i % 2 ? [entry('CommitmentRedated', { due: month(10, 1, 29) }, month(3, 20), 'more time is needed')] : []),
  ];
}

/** One thing in ten is a promise, the others are posts. */
async function fill() {
  const log = openSqliteLog({ folder });
  const keep = (stream, entries) => log.append(stream, -1, entries);
  for (let i = 0; i < UNITS; i++) {
    const data = { name: `Unit ${i}`, kind: null, parentId: i === 0 ? null : 'unit-0' };
    await keep(`unit-unit-${i}`, [entry('OrgUnitEstablished', data, month(1, 1))]);
  }
  for (let from = UNITS; from < things; from += 500) {
    const some = Array.from({ length: Math.min(500, things - from) }, (_, n) => from + n);
    await Promise.all(
      some.map((i) => (i % 10 === 0 ? keep(`commitment-${i}`, commitment(i)) : keep(`post-${i}`, post(i)))),
    );
  }
  await log.close();
}

async function serve() {
  const child = spawn(process.execPath, [join(built, 'apps/api/src/main.js')], {
    cwd: root,
    env: { ...process.env, PORT: '0', CADRE_DATA: folder, CADRE_EXAMPLE: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const address = /Cadre answers at (http:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(printed)));
  });
  for (;;) {
    const { behind } = await (await fetch(`${url}/api/health`)).json();
    if (behind === 0) return { url, child };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Runs in the page before anything else: notes when bars are first on the screen. */
function watchForBars() {
  const look = () => {
    if (!document.querySelector('.tl-bar')) return requestAnimationFrame(look);
    // What was found in one frame is on the screen by the next.
    requestAnimationFrame(() => (window.barsAt = performance.now()));
  };
  requestAnimationFrame(look);
}

/** Milliseconds of one visit: until bars are drawn, and what of that was waiting for the answer. */
async function visit(browser, url) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  await page.addInitScript(watchForBars);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${url}/timeline?validOn=2024-08-01`);
  await page.waitForFunction(() => window.barsAt !== undefined);
  const processor = await processorMs(cdp);
  const times = await page.evaluate(() => {
    const answer = performance.getEntriesByType('resource').find(({ name }) => name.includes('/api/timeline'));
    return {
      bars: window.barsAt,
      asked: answer.requestStart,
      answered: answer.responseEnd,
      bytes: answer.decodedBodySize,
    };
  });
  return { page, cdp, processor, ...times };
}

/** Processor time the page's main thread has used, in ms: what is left of a frame's length once neighbours are quiet. */
async function processorMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Moves once a frame, and tells how long each frame took. */
function framesOf(page, move) {
  return page.evaluate(
    async ([frames, moving]) => {
      const scroller = document.querySelector('.tl-scroll');
      const press = (key) => scroller.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      const moves = {
        lines: () => (scroller.scrollTop += 40),
        pages: () => (scroller.scrollTop += scroller.clientHeight),
        anywhere: (n) => (scroller.scrollTop = ((n * 7919) % 1000) * (scroller.scrollHeight / 1000)),
        'through time': (n) => press(n % 60 < 30 ? 'ArrowRight' : 'ArrowLeft'),
        zooming: (n) => press(n % 12 < 6 ? '+' : '-'),
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      scroller.scrollTop = 0;
      let before = await frame();
      const took = [];
      for (let n = 0; n < frames; n++) {
        moves[moving](n);
        const now = await frame();
        took.push(now - before);
        before = now;
      }
      return took;
    },
    [FRAMES, move],
  );
}

const at = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(Math.floor(numbers.length * share), numbers.length - 1)];
const short = (number) => Number(number.toPrecision(3));

let server = null;
let browser = null;
try {
  let started = performance.now();
  await fill();
  console.log(`${things} things, ${told} entries, recorded in ${short((performance.now() - started) / 1000)} s`);
  started = performance.now();
  server = await serve();
  console.log(`tables filled and served in ${short((performance.now() - started) / 1000)} s`);
  browser = await launchBrowser();
  const seen = [];
  for (let n = 0; n < visits; n++) {
    seen.push(await visit(browser, server.url));
    if (n < visits - 1) await seen[n].page.context().close();
  }
  const median = (of) => short(at(seen.map(of), 0.5));
  console.log(`the answer: ${short(seen[0].bytes / 1e6)} MB`);
  console.table([
    { 'median ms': 'asked until answered', measured: median((it) => it.answered - it.asked) },
    { 'median ms': 'answered until bars are drawn', measured: median((it) => it.bars - it.answered) },
    { 'median ms': 'asked until bars are drawn', measured: median((it) => it.bars - it.asked), wanted: 1000 },
    { 'median ms': 'address entered until bars are drawn', measured: median((it) => it.bars) },
    { 'median ms': 'of that, processor time of the page', measured: median((it) => it.processor) },
  ]);
  const { page, cdp } = seen.at(-1);
  const rows = [];
  for (const moving of ['lines', 'pages', 'anywhere', 'through time', 'zooming']) {
    const before = await processorMs(cdp);
    const took = await framesOf(page, moving);
    const processor = ((await processorMs(cdp)) - before) / FRAMES;
    rows.push({
      'frames, ms': moving,
      ...{ p50: short(at(took, 0.5)), p99: short(at(took, 0.99)), max: short(Math.max(...took)) },
      [`over ${SMOOTH_MS}`]: took.filter((ms) => ms > SMOOTH_MS).length,
      'processor time a frame': short(processor),
    });
  }
  console.table(rows);
} finally {
  await browser?.close();
  server?.child.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}
