import { type HealthAnswer } from '@cadre/contract';
import { type Cadre } from '@cadre/composition';

/** How the log, the tables and the policies of this machine are. */
export async function healthOf(cadre: Cadre): Promise<HealthAnswer> {
  const { environment, runner, policyMemory } = cadre;
  const alarms = [...(await policyMemory.alarms())];
  try {
    const head = await environment.log.head();
    const { position, behind, parked, trouble } = await runner.status();
    return {
      status: 'ok',
      engine: 'sqlite',
      position: head?.position ?? 0,
      tablesPosition: position,
      behind,
      parked: [...parked],
      alarms,
      trouble: trouble ?? cadre.policyTrouble(),
    };
  } catch (error) {
    const trouble = (error as Error).message;
    return {
      status: 'unavailable',
      engine: 'sqlite',
      position: null,
      tablesPosition: 0,
      behind: 0,
      parked: [],
      alarms,
      trouble,
    };
  }
}
