import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import { DaysBar, mostOf } from './days-bar';
import { Holders } from './holders';
import { CaseLinks, GradeCell, UnitNames } from './post-cells';
import { PostStates, useStateWords } from './post-state';
import type { StaffingRow } from './staffing.queries';
import { recordOf } from './next-record';
import { type Sort, SORTS, sortedBy, useStaffingView } from './view';

/** The posts of a page, a row each. The head stays in sight and puts them in another order. */
export function StaffingTable({ posts }: { posts: readonly StaffingRow[] }) {
  const { t } = useTranslation('staffing');
  const most = mostOf(posts.map(({ vacantDays }) => vacantDays));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="scroll staffing-scroll" role="region" aria-label={t('table')} tabIndex={0}>
      <table className="staffing-table">
        <caption className="hidden">{t('table')}</caption>
        <thead>
          <tr>
            {SORTS.filter((it) => it !== 'vacancy').map((column) => (
              <SortHead key={column} column={column} />
            ))}
            <SortHead column="vacancy" />
            <th scope="col">{t('columns.holders')}</th>
            <th scope="col">{t('columns.cases')}</th>
            <th scope="col">
              <span className="hidden">{t('columns.sources')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <Row key={post.id} post={post} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHead({ column }: { column: Sort }) {
  const { t } = useTranslation('staffing');
  const { view, choose } = useStaffingView();
  const isSorted = view.sort === column;
  const order = isSorted ? (view.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" className="sort" data-order={order} onClick={() => choose(sortedBy(view, column))}>
        {t(`columns.${column}`)}
      </button>
    </th>
  );
}

function Row({ post, most }: { post: StaffingRow; most: number }) {
  const { t } = useTranslation('staffing');
  const stateWords = useStateWords();
  const title = post.titles.at(-1) ?? post.id;
  return (
    <tr data-certain={post.certain}>
      <td data-label={t('columns.number')} className="staffing-number">
        {post.number !== null && <Recorded>{post.number}</Recorded>}
      </td>
      <th scope="row">
        <ScreenLink to={`/staffing/${post.id}`}>
          <Recorded>{title}</Recorded>
        </ScreenLink>
        <Until until={post.until} />
      </th>
      <td data-label={t('columns.grade')} className="staffing-grade">
        <GradeCell grades={post.grades} />
      </td>
      <td data-label={t('columns.unit')}>
        <UnitNames units={post.units} />
      </td>
      <td data-label={t('columns.state')}>
        <PostStates states={post.states} />
      </td>
      <td data-label={t('columns.vacancy')}>
        <Vacancy post={post} most={most} />
      </td>
      <td data-label={t('columns.holders')}>
        <Holders post={post} />
      </td>
      <td data-label={t('columns.cases')}>
        <CaseLinks cases={post.cases} />
      </td>
      <td>
        <WhyButton question={{ label: title, text: stateWords(post.states), wording: null, because: post.because }} />
        <ScreenLink className="row-record" to="/record" with={recordOf(post)} aria-label={t('recordOf', { title })}>
          {t('record')}
        </ScreenLink>
      </td>
    </tr>
  );
}

/** The last day of a position. */
function Until({ until }: { until: string | null }) {
  const { t } = useTranslation('staffing');
  const { day } = useLanguage();
  return until === null ? null : <div className="small-note">{t('until', { day: day(until) })}</div>;
}

/** How long the post has been vacant, where it possibly is. */
function Vacancy({ post, most }: { post: StaffingRow; most: number }) {
  const { vacantDays, vacantSince, states } = post;
  const { t } = useTranslation('staffing');
  if (!states.some(isVacant)) return null;
  if (vacantSince === null) return <span className="unsaid">{t('days.notReported')}</span>;
  return (
    <>
      <DaysBar days={vacantDays} most={most} />
      <div className="small-note">
        <When of={vacantSince} />
      </div>
    </>
  );
}

const isVacant = ({ standing, occupancy }: StaffingRow['states'][number]): boolean =>
  occupancy === 'vacant' && (standing === 'live' || standing === 'frozen');
