import { ApplicationModule, type Recorded, turnsOfOneProcess } from '@cadre/application';
import { codec } from '@cadre/domain';
import { type EventLog } from '@cadre/kernel';
import { fixedClock, MemoryLog } from '@cadre/kernel/testing';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { HttpModule } from './http.module.js';
import { type Previews } from './previews.js';
import { readRoutes } from './read-routes.js';
import { type Reads, type Screen } from './reads.js';

/** Every question the tables were asked, by screen. */
export type Asked = [screen: string, question: unknown][];

const SCREENS: readonly Screen[] = [...new Set(readRoutes.map(({ screen }) => screen))];

/** Tables that only note what they are asked; a test replaces what it is about. */
export function notingReads(asked: Asked, more: Partial<Reads> = {}): Reads {
  const note = (screen: Screen) => (question: unknown) => {
    asked.push([screen, question]);
    return { asked: screen, position: 1_000_000 }; // as far as anybody asks for
  };
  const engines = { engine: 'memory', tablesEngine: 'memory' };
  const health = { ...engines, status: 'ok' as const, position: 0, tablesPosition: 0, behind: 0, behindSeconds: 0 };
  return {
    ...Object.fromEntries(SCREENS.map((screen) => [screen, note(screen)])),
    waitFor: async () => true,
    floor: async () => 0,
    reached: async () => 0,
    health: async () => ({ ...health, parked: [], projectors: [], alarms: [], trouble: null }),
    ...more,
  } as Reads;
}

/** The HTTP side on a log in memory, with no tables and no policies behind it. */
export async function httpApp(reads: Reads, log: EventLog = new MemoryLog()): Promise<NestExpressApplication> {
  const clock = fixedClock();
  const application = {
    environment: { log, clock, codec },
    surroundings: { livePosts: async () => 0, childUnits: async () => 0 },
    policies: { waitFor: async () => undefined, settle: async ({ position }: Recorded) => position },
    turns: turnsOfOneProcess(),
  };
  const module = await Test.createTestingModule({
    imports: [ApplicationModule.with(application), HttpModule.with(reads, NO_PREVIEWS, clock)],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  HttpModule.prepare(app);
  return app.init();
}

const NO_PREVIEWS: Previews = {
  of: () => Promise.reject(new Error('there are no tables here to fork')),
};

let count = 0;

/** A request that is readable in every part; `content` is what the test is about. */
export function told(content: object = {}): Record<string, unknown> {
  return {
    commandId: `test-command-${++count}`,
    actor: { id: 'officer-7', role: 'hr-officer' },
    effective: { on: '2007-10-31' },
    source: { document: 'A/62/627', paragraph: '12' },
    ...content,
  };
}
