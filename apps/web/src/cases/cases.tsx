import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { useLanguage } from '../language/use-language';
import { Count } from '../lineage/count';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { Pager } from '../staffing/pager';
import { Board } from './board';
import { CasePage } from './case-page';
import { CaseTable } from './case-table';
import { type CaseAnswer, type CasesAnswer, PAGE_CASES, useCases } from './cases.queries';
import { Choices } from './choices';
import { useCasesView } from './view';
import '../staffing/common.css';
import './cases.css';

/** Recruitment cases by stage, or one of them where the address names it. */
export default function Cases() {
  const [, params] = useRoute('/cases/:caseId');
  return params ? <CasePage caseId={params.caseId} /> : <AllCases />;
}

function AllCases() {
  const { t } = useTranslation('cases');
  const { view } = useCasesView();
  const query = useCases(view);
  return (
    <section className="panel cases">
      <Choices />
      <Answered query={query} what={t('what')}>
        {(answer) => <Answer answer={answer} />}
      </Answered>
    </section>
  );
}

function Answer({ answer }: { answer: CasesAnswer }) {
  const { t } = useTranslation('cases');
  const { view } = useCasesView();
  const { total, cases, targets } = answer;
  if (total.notReported) return <FirstSteps category="case">{t('empty')}</FirstSteps>;
  return (
    <>
      <div className="cases-head">
        <p>
          <Count big of={total} label={t('total')} />
          <span>{view.all ? t('totalAll') : t('total')}</span>
        </p>
        <p className="small-note">{t('targets', { count: targets.overallDays })}</p>
        <Lateness cases={cases} />
      </div>
      {cases.length === 0 && <Nothing>{t('noneMatch')}</Nothing>}
      {cases.length > 0 && (view.as === 'board' ? <Board cases={cases} /> : <CaseTable cases={cases} />)}
      <More answer={answer} />
    </>
  );
}

/** How many of the cases shown take longer than they should. */
function Lateness({ cases }: { cases: readonly CaseAnswer[] }) {
  const { t } = useTranslation('cases');
  const late = cases.filter((it) => it.overTarget === 'yes').length;
  const most = cases.filter((it) => it.overTarget !== 'no').length;
  const count = cases.length;
  if (most === 0) return <p className="small-note">{t('late.none')}</p>;
  return (
    <p className="small-note">
      {late === most ? t('late.exactly', { late, count }) : t('late.between', { least: late, most, count })}
    </p>
  );
}

/** The list goes on page by page; a board of very many points to it. */
function More({ answer: { offset, cases, total } }: { answer: CasesAnswer }) {
  const { t } = useTranslation('cases');
  const { number } = useLanguage();
  const { view, choose } = useCasesView();
  const all = total.atMost ?? cases.length;
  if (offset === 0 && cases.length >= all) return null;
  if (view.as === 'board')
    return (
      <p>
        {t('shown', { first: number(1), last: number(cases.length), all: number(all) })}{' '}
        <button type="button" className="link" onClick={() => choose({ as: 'list' })}>
          {t('asList')}
        </button>
      </p>
    );
  const count = cases.length;
  return <Pager offset={offset} shown={count} all={all} size={PAGE_CASES} go={(page) => choose({ page })} />;
}
