import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { OverdueMark } from '../commitments/overdue-mark';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { type BlockerGroup, blockerGroups, BLOCKER_KINDS } from './blocker-groups';
import type { TeamReadiness } from './teams.queries';

/** What on record stands between the teams and their standing, each thing once with the teams it concerns. */
export function Blockers({ teams }: { teams: readonly TeamReadiness[] }) {
  const { t } = useTranslation('teams');
  const id = useId();
  const groups = blockerGroups(teams);
  const waiting = teams.filter(({ stands }) => stands !== 'yes').length;
  return (
    <section className="panel blockers" aria-labelledby={id}>
      <h2 id={id}>{t('blockers.title')}</h2>
      {waiting === 0 && <Nothing>{t('blockers.allStand')}</Nothing>}
      {waiting > 0 && groups.length === 0 && <Nothing>{t('blockers.none')}</Nothing>}
      {BLOCKER_KINDS.map((kind) => {
        const own = groups.filter(({ blocker }) => blocker.kind === kind);
        return own.length > 0 && <Kind key={kind} kind={kind} groups={own} waiting={waiting} />;
      })}
    </section>
  );
}

interface KindProps {
  readonly kind: (typeof BLOCKER_KINDS)[number];
  readonly groups: readonly BlockerGroup[];
  /** How many teams do not surely stand. */
  readonly waiting: number;
}

function Kind({ kind, groups, waiting }: KindProps) {
  const { t } = useTranslation('teams');
  const id = useId();
  return (
    <div className="blocker-kind">
      <h3 id={id}>{t(`blockers.kinds.${kind}`)}</h3>
      <ul aria-labelledby={id}>
        {groups.map((group, index) => (
          <Line key={index} group={group} waiting={waiting} />
        ))}
      </ul>
    </div>
  );
}

function Line({ group, waiting }: { group: BlockerGroup; waiting: number }) {
  const { t } = useTranslation('teams');
  const { list } = useLanguage();
  const { blocker, teams, because } = group;
  const text = useBlockerWords()(group);
  const concerned =
    teams.length === waiting
      ? t('blockers.all', { count: waiting })
      : t('blockers.some', { teams: list(teams.map(({ name }) => name)) });
  return (
    <li>
      <p>
        {blocker.what ? <What blocker={blocker} what={blocker.what} /> : text}
        {blocker.what && blocker.kind === 'posts' && <span className="muted blocker-count">{text}</span>}
        {blocker.due && (
          <>
            {' '}
            <span className="blocker-due">
              <When of={blocker.due} />
            </span>
          </>
        )}
        {blocker.overdue !== 'no' && (
          <>
            {' '}
            <OverdueMark overdue={blocker.overdue} />
          </>
        )}
        {!blocker.certain && <span className="blocker-possibly">{t('blockers.possibly')}</span>}{' '}
        <WhyButton
          question={{
            label: t(`blockers.kinds.${blocker.kind}`),
            text: blocker.what ?? text,
            wording: null,
            silent: blocker.count?.notReported ?? false,
            because,
          }}
        />
      </p>
      <p className="muted blocker-teams">{concerned}</p>
    </li>
  );
}

/** What is in the way as the record names it; posts lead to the screen about them. */
function What({ blocker: { kind, id }, what }: { blocker: BlockerGroup['blocker']; what: string }) {
  if (kind !== 'posts') return <Recorded>{what}</Recorded>;
  return (
    <ScreenLink to="/posts" with={{ block: id }}>
      <Recorded>{what}</Recorded>
    </ScreenLink>
  );
}

/** What is in the way in a sentence; for what the record itself words, what is counted of it. */
function useBlockerWords(): (group: BlockerGroup) => string {
  const { t } = useTranslation('teams');
  const inWords = useCountWords();
  return ({ blocker: { kind, what, count }, planned }) => {
    const number = count ? inWords(count) : '';
    switch (kind) {
      case 'approval':
        return t('blockers.approval');
      case 'posts':
        return count?.notReported ? t('blockers.postsSilent') : t('blockers.posts', { number });
      case 'members':
        return count?.notReported
          ? t('blockers.membersSilent', { planned: inWords(planned) })
          : t('blockers.members', { number, planned: inWords(planned) });
      case 'duty':
        return t('blockers.duty', { number });
      case 'promise':
      case 'constraint':
        return what ?? '';
    }
  };
}
