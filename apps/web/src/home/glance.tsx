import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockAnswer } from '../api/client';
import { useEstablishment, usePromises, useTeamKinds, useTeams } from '../api/queries';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { Answered } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { keyOf, type TeamKind } from '../teams/kinds';

/** Blocks that are named on the first page; the others are a step away. */
const MOST_BLOCKS = 3;
/** Kinds of teams that are named there, those with most teams first. */
const MOST_KINDS = 3;

/** The few numbers everybody asks for first, for the page's two dates. */
export function Glance() {
  const { t } = useTranslation('home');
  const kinds = useTeamKinds();
  const posts = useEstablishment();
  const promises = usePromises();
  return (
    <section className="panel">
      <h2>{t('glance.title')}</h2>
      <div className="home-glance">
        <Answered query={kinds} what={t('glance.teams')}>
          {(told) => (
            <Figure to="/teams" name={t('glance.teams')}>
              {told.length === 0 && <span className="muted">{t('glance.notReported')}</span>}
              {told.slice(0, MOST_KINDS).map((kind, i) => (
                <Teams key={keyOf(kind)} kind={kind} isFirst={i === 0} />
              ))}
            </Figure>
          )}
        </Answered>
        <Answered query={promises} what={t('glance.commitments')}>
          {({ overdue, open }) => (
            <Figure to="/commitments" name={t('glance.commitments')}>
              <Count big of={overdue} outOf={open} label={t('glance.overdue')} />
              <span className="muted">{t('glance.overdue')}</span>
            </Figure>
          )}
        </Answered>
        <Answered query={posts} what={t('glance.posts')}>
          {({ blocks }) => (
            <Figure to="/posts" name={t('glance.posts')}>
              {blocks.length === 0 && <span className="muted">{t('glance.notReported')}</span>}
              {largest(blocks).map((block) => (
                <Block key={block.id} block={block} />
              ))}
            </Figure>
          )}
        </Answered>
      </div>
    </section>
  );
}

function Figure({ to, name, children }: { to: string; name: string; children: ReactNode }) {
  return (
    <div className="home-figure">
      <h3>
        <ScreenLink to={to}>{name}</ScreenLink>
      </h3>
      {children}
    </div>
  );
}

/** How many teams of a kind stand. Kinds are not added up: nobody asks how many of unlike things there are. */
function Teams({ kind, isFirst }: { kind: TeamKind; isFirst: boolean }) {
  const { t } = useTranslation('home');
  const name = kind.kind ?? t('glance.noKind');
  return (
    <Answered query={useTeams(kind.kind)} what={t('glance.teams')}>
      {({ standing, known }) => (
        <div className="home-kind">
          <Count big={isFirst} of={standing} outOf={known} label={t('glance.standingOf', { kind: name })} />
          <ScreenLink className="muted" to="/teams" with={{ teams: keyOf(kind) }}>
            {t('glance.standingOf', { kind: name })}
          </ScreenLink>
        </div>
      )}
    </Answered>
  );
}

function Block({ block: { id, name, approved, onDuty } }: { block: BlockAnswer }) {
  const { t } = useTranslation('home');
  return (
    <dl className="home-block">
      <dt>
        <ScreenLink to="/posts" with={{ block: id }}>
          <Recorded>{name}</Recorded>
        </ScreenLink>
      </dt>
      <dd>
        {t('glance.approved')} <Count of={approved} label={t('glance.approvedOf', { block: name })} />
      </dd>
      <dd>
        {t('glance.onDuty')} <Count of={onDuty} label={t('glance.onDutyOf', { block: name })} />
      </dd>
    </dl>
  );
}

/** Those with most posts approved, surely or possibly. */
function largest(blocks: readonly BlockAnswer[]): readonly BlockAnswer[] {
  const size = ({ approved }: BlockAnswer): number => approved.atMost ?? approved.atLeast ?? -1;
  return blocks.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_BLOCKS);
}
