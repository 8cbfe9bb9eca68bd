import { useTranslation } from 'react-i18next';
import type { TeamsAnswer } from '../api/client';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { ScrollTable } from '../shell/scroll-table';

/** How many teams each unit is to host. */
export function Plan({ answer }: { answer: TeamsAnswer }) {
  const { t } = useTranslation('teams');
  const units = answer.byUnit.toSorted((a, b) => (a.unitName ?? '').localeCompare(b.unitName ?? ''));
  if (units.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('plan.title')}</h2>
      {/* A table that scrolls is reached with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ScrollTable
        label={t('plan.title')}
        className="teams-plan"
        columns={[t('columns.unit'), t('plan.teams'), t('plan.subTeams')]}
      >
        <tbody>
          {units.map(({ unitId, unitName, teams, subTeams }) => {
            const name = unitName ?? unitId;
            const unit = name ?? t('noUnit');
            return (
              <tr key={unitId ?? ''}>
                <th scope="row">{name === null ? unit : <Recorded>{name}</Recorded>}</th>
                <td>
                  <Count of={teams} label={t('plan.teamsOf', { unit })} />
                </td>
                <td>
                  <Count of={subTeams} label={t('plan.subTeamsOf', { unit })} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('plan.all')}</th>
            <td>
              <Count of={answer.known} label={t('plan.known')} />
            </td>
            <td />
          </tr>
        </tfoot>
      </ScrollTable>
    </section>
  );
}
