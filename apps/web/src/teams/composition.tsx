import { useTranslation } from 'react-i18next';
import type { CountAnswer, TeamAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScrollTable } from '../shell/scroll-table';
import { Pools } from './pools';
import type { TeamReadiness, TeamReadinessAnswer } from './teams.queries';

interface CompositionProps {
  readonly readiness: TeamReadinessAnswer;
  readonly teams: readonly TeamAnswer[];
  /** Null where the answer counts teams of other kinds, too. */
  readonly total: TeamReadinessAnswer | null;
}

/** Who is planned for each team and who is told to have joined, function by function. */
export function Composition({ readiness, teams, total }: CompositionProps) {
  const { t } = useTranslation('teams');
  const functions = [...new Set(readiness.teams.flatMap((team) => team.functions.map(({ what }) => what)))];
  return (
    <section className="panel">
      <h2>{t('composition.title')}</h2>
      {/* A table that scrolls is reached with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ScrollTable
        label={t('composition.title')}
        className="composition"
        columns={[
          t('columns.team'),
          ...functions.map((what) =>
            what === null ? t('composition.noFunction') : <Recorded key={what}>{what}</Recorded>,
          ),
          t('composition.all'),
        ]}
      >
        <tbody>
          {readiness.teams.map((team) => (
            <TeamRow key={team.id} team={team} functions={functions} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{t('composition.allTeams')}</th>
              {functions.map((what) => (
                <td key={what} />
              ))}
              <td>
                <Against label={t('composition.allTeams')} planned={total.planned} joined={total.assigned} />
              </td>
            </tr>
          </tfoot>
        )}
      </ScrollTable>
      <Pools readiness={readiness} teams={teams} total={total} />
    </section>
  );
}

function TeamRow({ team, functions }: { team: TeamReadiness; functions: readonly (string | null)[] }) {
  const { t } = useTranslation('teams');
  return (
    <tr>
      <th scope="row">
        <Recorded>{team.name}</Recorded>
      </th>
      {functions.map((what) => {
        const own = team.functions.find((it) => it.what === what);
        const label = t('composition.of', { team: team.name, function: what ?? t('composition.noFunction') });
        return <td key={what}>{own && <Against label={label} planned={own.planned} joined={own.assigned} />}</td>;
      })}
      <td>
        <Against label={team.name} planned={team.planned} joined={team.assigned} />
      </td>
    </tr>
  );
}

interface AgainstProps {
  readonly label: string;
  readonly planned: CountAnswer;
  readonly joined: CountAnswer;
}

/** How many joined of how many planned: in dots while they can be counted by eye, and always in words. */
function Against({ label, planned, joined }: AgainstProps) {
  const { t } = useTranslation('teams');
  const inWords = useCountWords();
  const { list } = useLanguage();
  const [plan, there] = [
    t('composition.planned', { number: inWords(planned) }),
    t('composition.joined', { number: inWords(joined) }),
  ];
  return (
    <>
      <Dots planned={planned} joined={joined} />
      <span className="against">
        <span>{plan}</span>
        <span data-silent={joined.notReported}>{there}</span>
      </span>{' '}
      <WhyButton
        question={{
          label,
          text: list([plan, there]),
          wording: null,
          silent: planned.notReported && joined.notReported,
          because: [...planned.because, ...joined.because],
        }}
      />
    </>
  );
}

const MOST_DOTS = 12;

function Dots({ planned, joined }: Omit<AgainstProps, 'label'>) {
  const places = Math.max(planned.atMost ?? planned.atLeast ?? 0, joined.atMost ?? 0);
  if (places === 0 || places > MOST_DOTS) return null;
  const marks = Array.from({ length: places }, (_, place) => {
    if (joined.notReported) return 'silent';
    if (place < (joined.atLeast ?? 0)) return 'joined';
    return place < (joined.atMost ?? 0) ? 'possibly' : 'missing';
  });
  return (
    <span className="dots" aria-hidden="true">
      {marks.map((mark, index) => (
        <span key={index} data-mark={mark} />
      ))}
    </span>
  );
}
