import { type HealthAnswer } from '@cadre/contract';
import { type Cadre } from '@cadre/composition';

/** How the log, the tables and the policies are. */
export async function healthOf(cadre: Cadre): Promise<HealthAnswer> {
  const { where, policyMemory } = cadre;
  const engines = { engine: where.log.engine, tablesEngine: where.read.engine };
  try {
    const { logPosition, position, behindEntries, behindSeconds, parked, trouble } = await cadre.status();
    return {
      ...engines,
      status: 'ok',
      position: logPosition ?? 0,
      tablesPosition: position,
      behind: behindEntries,
      behindSeconds,
      parked: [...parked],
      projectors: (await cadre.projectors()).map((it) => ({ ...it, shares: [...it.shares] })),
      alarms: [...(await policyMemory.alarms())],
      trouble: cadre.trouble() ?? trouble,
    };
  } catch (error) {
    const trouble = (error as Error).message;
    const unknown = {
      position: null,
      tablesPosition: 0,
      behind: 0,
      behindSeconds: 0,
      parked: [],
      projectors: [],
      alarms: [],
    };
    return { ...engines, ...unknown, status: 'unavailable', trouble };
  }
}
