import { useTranslation } from 'react-i18next';
import type { BlockAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { WordingOf } from '../vocabulary/event-sentence';
import { WhyButton } from '../lineage/why';
import { useStateWords } from './state-words';
import { Cells } from './cells';
import { DutyBar } from './duty-bar';
import { Promised } from './promised';

/** What a manager comes for, large; the steps on the way there follow. */
const LARGE = ['onDuty', 'unreported', 'approved'] as const;
const STEPS = ['proposed', 'notApproved', 'identified', 'advertised', 'selected', 'stillToReport'] as const;
type Stage = (typeof LARGE)[number] | (typeof STEPS)[number];
/** How these are reached; the others are counted, and may have the source's own words beside them. */
const DERIVED: readonly Stage[] = ['unreported', 'notApproved', 'stillToReport'];

/** One block of like posts: who is on duty, its counts by stage, a cell per post, and what is promised about it. */
export function Block({ block }: { block: BlockAnswer }) {
  const { t } = useTranslation('establishment');
  const status = useStateWords()(block.statuses, block.certain);
  const { list } = useLanguage();
  const text = list([...(block.grade ? [block.grade] : []), status]);
  return (
    <section className="panel block" aria-labelledby="block-name">
      <h2 id="block-name">
        <Recorded>{block.name}</Recorded>
      </h2>
      <p className="block-status">
        {block.grade && (
          <>
            <Recorded>{block.grade}</Recorded>{' '}
          </>
        )}
        <span>{status}</span>{' '}
        <WhyButton question={{ label: block.name, text, wording: null, because: block.because }} />
      </p>
      <dl className="stages stages-large">
        {LARGE.map((stage) => (
          <StageCount key={stage} stage={stage} block={block} large />
        ))}
      </dl>
      <DutyBar block={block} />
      <dl className="stages">
        {STEPS.map((stage) => (
          <StageCount key={stage} stage={stage} block={block} />
        ))}
      </dl>
      <h3>{t('cells.title')}</h3>
      <Cells block={block} />
      <Promised block={block} />
    </section>
  );
}

interface StageCountProps {
  readonly stage: Stage;
  readonly block: BlockAnswer;
  readonly large?: boolean;
}

function StageCount({ stage, block, large = false }: StageCountProps) {
  const { t } = useTranslation('establishment');
  const count = block[stage];
  const name = t(`stages.${stage}`);
  const outOf = large && stage !== 'approved' && block.approved.certain ? { outOf: block.approved } : {};
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Count big={large} of={count} {...outOf} label={t('ofBlock', { stage: name, block: block.name })} />
        {DERIVED.includes(stage) ? (
          <small>{t(`derived.${stage}`)}</small>
        ) : (
          count.wording && (
            <small>
              <WordingOf>{count.wording}</WordingOf>
            </small>
          )
        )}
      </dd>
    </div>
  );
}
