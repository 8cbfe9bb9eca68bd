import { useTranslation } from 'react-i18next';
import type { TeamAnswer, TeamsAnswer } from '../api/client';
import { useTeams } from '../api/queries';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { Blockers } from './blockers';
import { Composition } from './composition';
import { KindChoice } from './kind-choice';
import { Plan } from './plan';
import { MoreTeams, useShown } from './shown';
import { TeamsTable } from './teams-table';
import { type TeamReadinessAnswer, useReadiness } from './teams.queries';
import { Tiles } from './tiles';
import { Timeline } from './timeline';
import { useKind } from './use-kind';
import './teams.css';

/** The teams of one kind: which stand, what keeps the others, who is planned and who has come, and when. */
export default function Teams() {
  const { t } = useTranslation('teams');
  const { query, kinds, chosen } = useKind();
  const teams = useTeams(query.isPlaceholderData ? undefined : chosen?.kind);
  if (chosen === undefined)
    return (
      <Answered query={query} what={t('what')}>
        {() => <FirstSteps category="team">{t('empty')}</FirstSteps>}
      </Answered>
    );
  return (
    <>
      <KindChoice kinds={kinds} chosen={chosen} />
      <Answered query={teams} what={t('what')}>
        {(answer) => <Answer answer={answer} kind={chosen.kind} isOnlyKind={kinds.length === 1} />}
      </Answered>
    </>
  );
}

interface AnswerProps {
  readonly answer: TeamsAnswer;
  readonly kind: string | null;
  readonly isOnlyKind: boolean;
}

function Answer({ answer, kind, isOnlyKind }: AnswerProps) {
  const { t } = useTranslation('teams');
  const readiness = useReadiness(kind);
  const all = answer.teams.toSorted((a, b) => byUnitName(a, b) || a.name.localeCompare(b.name));
  const teams = all.slice(0, useShown());
  const told = readinessOf(readiness.data, teams);
  return (
    <>
      <section className="panel teams-head" aria-labelledby="teams-kind">
        <div>
          <h2 id="teams-kind">{kind === null ? t('noKind') : <Recorded>{kind}</Recorded>}</h2>
          <p className="teams-standing">
            <Count big of={answer.standing} outOf={answer.known} label={t('standing')} />
            <span>{t('standing')}</span>
          </p>
        </div>
        {teams.length === 0 ? <Nothing>{t('noneYet')}</Nothing> : <Tiles teams={teams} readiness={told?.teams ?? []} />}
        <MoreTeams total={all.length} />
      </section>
      {teams.length > 0 && (
        <Answered query={readiness} what={t('readiness')}>
          {() =>
            told && (
              <>
                <Blockers teams={told.teams} />
                <Composition
                  readiness={told}
                  teams={teams}
                  total={(kind !== null || isOnlyKind) && teams.length === all.length ? told : null}
                />
              </>
            )
          }
        </Answered>
      )}
      {teams.length > 0 && (
        <section className="panel" aria-labelledby="teams-timeline">
          <h2 id="teams-timeline">{t('timeline.title')}</h2>
          <Timeline answer={answer} teams={teams} />
          <details className="teams-alternative">
            <summary>{t('asTable')}</summary>
            <TeamsTable teams={teams} />
          </details>
        </section>
      )}
      <Plan answer={answer} />
    </>
  );
}

/** The answer for the teams shown, in their order. */
function readinessOf(
  answer: TeamReadinessAnswer | undefined,
  teams: readonly TeamAnswer[],
): TeamReadinessAnswer | undefined {
  const byId = new Map(answer?.teams.map((it) => [it.id, it]));
  return answer && { ...answer, teams: teams.flatMap(({ id }) => byId.get(id) ?? []) };
}

function byUnitName(a: { readonly unitName: string | null }, b: { readonly unitName: string | null }): number {
  return (a.unitName ?? '').localeCompare(b.unitName ?? '');
}
