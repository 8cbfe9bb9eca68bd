import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { Count } from '../lineage/count';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { Export } from './export';
import { Filters } from './filters';
import { Pager } from './pager';
import { PostPage } from './post-page';
import { SavedViews } from './saved-views-menu';
import { PAGE_ROWS, type StaffingAnswer, useStaffing } from './staffing.queries';
import { StaffingTable } from './staffing-table';
import { StateChoice } from './state-choice';
import { isNarrowed, useStaffingView } from './view';
import './common.css';
import './staffing.css';

/** The staffing table, or one post of it where the address names one. */
export default function Staffing() {
  const [, params] = useRoute('/staffing/:postId');
  return params ? <PostPage postId={params.postId} /> : <Table />;
}

function Table() {
  const { t } = useTranslation('staffing');
  const { view } = useStaffingView();
  const query = useStaffing(view);
  return (
    <section className="panel staffing">
      <SavedViews />
      <Filters grades={query.data?.grades ?? []} />
      <Answered query={query} what={t('what')}>
        {(answer) => <Answer answer={answer} />}
      </Answered>
    </section>
  );
}

function Answer({ answer }: { answer: StaffingAnswer }) {
  const { t } = useTranslation('staffing');
  const { view, choose, clear } = useStaffingView();
  if (answer.total.notReported) return <FirstSteps category="post">{t('empty')}</FirstSteps>;
  return (
    <>
      <div className="staffing-head">
        <p className="staffing-total">
          <Count big of={answer.total} label={t('total')} />
          <span>{isNarrowed(view) ? t('totalNarrowed') : t('total')}</span>
        </p>
        <StateChoice states={answer.states} />
        <Export view={view} />
      </div>
      {answer.posts.length === 0 ? (
        <>
          <Nothing>{t('noneMatch')}</Nothing>
          <button type="button" className="link" onClick={clear}>
            {t('filters.clear')}
          </button>
        </>
      ) : (
        <>
          <StaffingTable posts={answer.posts} />
          <Pager
            offset={answer.offset}
            shown={answer.posts.length}
            all={answer.total.atMost ?? answer.posts.length}
            size={PAGE_ROWS}
            go={(page) => choose({ page })}
          />
        </>
      )}
    </>
  );
}
