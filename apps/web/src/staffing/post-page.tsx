import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseTable } from '../cases/case-table';
import { useCases } from '../cases/cases.queries';
import { WHOLE_BOARD } from '../cases/view';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { History } from '../lineage/history';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Answered, Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { useThingTitle } from '../shell/thing-title';
import { DaysBar, mostOf } from './days-bar';
import { Holders } from './holders';
import { recordOf } from './next-record';
import { GradeCell, UnitNames } from './post-cells';
import { PostStates, useStateWords } from './post-state';
import { type StaffingRow, usePost } from './staffing.queries';

/** One post: what it is on that day, who holds it, how it is being filled, and everything ever recorded of it. */
export function PostPage({ postId }: { postId: string }) {
  const { t } = useTranslation('staffing');
  const query = usePost(postId);
  return (
    <>
      <p>
        <ScreenLink to="/staffing">{t('post.back')}</ScreenLink>
      </p>
      <Answered query={query} what={t('post.what')}>
        {({ post }) =>
          post === null ? (
            <section className="panel">
              <Nothing>{t('post.nothing', { postId })}</Nothing>
            </section>
          ) : (
            <Post post={post} />
          )
        }
      </Answered>
      <section className="panel">
        <h2>{t('post.life')}</h2>
        <History stream={`post-${postId}`} of="" />
      </section>
    </>
  );
}

function Post({ post }: { post: StaffingRow }) {
  const { t } = useTranslation('staffing');
  const stateWords = useStateWords();
  const title = post.titles.at(-1) ?? post.id;
  useThingTitle(title);
  return (
    <>
      <section className="panel">
        <h2>
          <Recorded>{title}</Recorded>{' '}
          <WhyButton question={{ label: title, text: stateWords(post.states), wording: null, because: post.because }} />
        </h2>
        <Facts post={post} />
        <p className="next-steps">
          <ScreenLink to="/record" with={recordOf(post)}>
            {t('post.record')}
          </ScreenLink>
        </p>
      </section>
      <Cases postId={post.id} />
    </>
  );
}

function Facts({ post }: { post: StaffingRow }) {
  const { t } = useTranslation('staffing');
  const { day } = useLanguage();
  const nobody = post.incumbents.length === 0 && post.officerInCharge === null;
  return (
    <dl className="fact-list">
      <Fact name={t('columns.state')}>
        <PostStates states={post.states} />
      </Fact>
      {post.vacantSince !== null && (
        <Fact name={t('columns.vacancy')}>
          <DaysBar days={post.vacantDays} most={mostOf([post.vacantDays])} />
          <div className="small-note">
            <When of={post.vacantSince} />
          </div>
        </Fact>
      )}
      <Fact name={t('columns.number')}>
        {post.number === null ? <span className="unsaid">{t('notReported')}</span> : <Recorded>{post.number}</Recorded>}
      </Fact>
      <Fact name={t('columns.grade')}>
        <GradeCell grades={post.grades} />
      </Fact>
      <Fact name={t('columns.unit')}>
        <UnitNames units={post.units} />
      </Fact>
      <Fact name={t('columns.holders')}>{nobody ? t('post.nobody') : <Holders post={post} />}</Fact>
      {post.block !== null && (
        <Fact name={t('filters.block')}>
          <Recorded>{post.block.name ?? post.block.id}</Recorded>
        </Fact>
      )}
      {post.until !== null && <Fact name={t('post.until')}>{day(post.until)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Every recruitment case for the post, those that are over as well. */
function Cases({ postId }: { postId: string }) {
  const { t } = useTranslation('staffing');
  const query = useCases({ ...WHOLE_BOARD, post: postId, all: true });
  return (
    <section className="panel">
      <h2>{t('post.cases')}</h2>
      <Answered query={query} what={t('post.cases')}>
        {({ cases }) => (cases.length === 0 ? <Nothing>{t('post.noCases')}</Nothing> : <CaseTable cases={cases} />)}
      </Answered>
    </section>
  );
}
