import { type HealthAnswer } from '@cadre/contract';
import { type Cadre, found } from '@cadre/composition';

/** Nothing is lost, but somebody has to say which of the two is right. */
const AHEAD =
  'the tables tell of more than the log holds: it was restored from a backup, or the settings name another log';
const NOBODY = 'no projector is at work: what is recorded is not told in the tables, and no policy reacts to it';

/** How the log, the tables and the policies are, as far as each can be asked. */
export async function healthOf(cadre: Cadre): Promise<HealthAnswer> {
  const { log, read } = cadre.where;
  const [tables, projectors, alarms] = await Promise.all([
    cadre.status(),
    found(() => cadre.projectors()),
    found(() => cadre.policyMemory.alarms()),
  ]);
  const away = [...tables.unknownBecause, ...[projectors, alarms].flatMap(({ because }) => because ?? [])];
  const troubles = [
    ...away,
    ...(tables.isAhead ? [AHEAD] : []),
    ...(read.engine === 'postgres' && projectors.value?.length === 0 ? [NOBODY] : []),
    ...(cadre.trouble() === null ? [] : [cadre.trouble()]),
  ];
  return {
    status: away.length === 0 ? 'ok' : 'unavailable',
    engine: log.engine,
    tablesEngine: read.engine,
    position: tables.logPosition,
    tablesPosition: tables.position,
    behind: tables.behindEntries,
    behindSeconds: tables.behindSeconds,
    parked: tables.parked && [...tables.parked],
    projectors: projectors.value && projectors.value.map((it) => ({ ...it, shares: [...it.shares] })),
    alarms: alarms.value && [...alarms.value],
    trouble: troubles.length === 0 ? null : [...new Set(troubles)].join('; '),
  };
}
