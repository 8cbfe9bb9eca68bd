import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import { ScrollTable } from '../shell/scroll-table';
import { DaysBar, mostOf } from '../staffing/days-bar';
import { useDays } from '../staffing/use-days';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { CaseAnswer, CasePart } from './cases.queries';
import { OverTarget } from './over-target';

/** Cases as a list: a row each, and within it a line for every stage its posts can be in. */
export function CaseTable({ cases }: { cases: readonly CaseAnswer[] }) {
  const { t } = useTranslation('cases');
  const most = mostOf(cases.map(({ daysOpen }) => daysOpen));
  return (
    <ScrollTable
      label={t('list')}
      className="case-table"
      columns={[t('columns.case'), t('columns.stage'), t('columns.opened'), t('columns.candidates')]}
      sources={t('columns.sources')}
    >
      <tbody>
        {cases.map((it) => (
          <Row key={it.id} of={it} most={most} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Row({ of, most }: { of: CaseAnswer; most: number }) {
  const { t } = useTranslation('cases');
  const inWords = useDays();
  const name = of.name ?? of.id;
  return (
    <tr>
      <th scope="row">
        <ScreenLink to={`/cases/${of.id}`}>
          <Recorded>{name}</Recorded>
        </ScreenLink>
      </th>
      <td>
        {of.parts.map((part, i) => (
          <Part key={part.posts[0]?.id ?? i} part={part} isOnly={of.parts.length === 1} />
        ))}
      </td>
      <td>
        <DaysBar days={of.daysOpen} most={most} target={of.targetDays} />
        <div className="small-note">
          <When of={of.opened} />
        </div>
        <OverTarget over={of.overTarget} />
      </td>
      <td>{of.candidates.length === 0 ? '' : t('candidates', { count: of.candidates.length })}</td>
      <td>
        <WhyButton question={{ label: name, text: inWords(of.daysOpen), wording: null, because: of.because }} />
      </td>
    </tr>
  );
}

/** Where some posts of a case stand; which ones is said when others stand elsewhere. */
function Part({ part, isOnly }: { part: CasePart; isOnly: boolean }) {
  const { t } = useTranslation('cases');
  const inWords = useDays();
  const words = useVocabulary();
  return (
    <div className="case-part">
      {!isOnly && <div className="small-note">{t('posts', { count: part.posts.length })}</div>}
      {part.stages.map(({ stage, days, overTarget }) => (
        <div key={stage} data-uncertain={part.stages.length > 1}>
          {t('stageFor', { stage: words.stage(stage), days: inWords(days) })} <OverTarget over={overTarget} />
        </div>
      ))}
    </div>
  );
}
