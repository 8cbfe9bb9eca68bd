import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockAnswer } from '../api/client';
import { usePromises } from '../api/queries';
import { goTo } from '../dates/as-of';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { Answered, Nothing } from '../shell/answered';
import { pushUrlQuery } from '../shell/url';
import { BurnUpChart } from './burn-up-chart';
import { isSilent, LINES, pointBy, type Series } from './burn-up-series';
import { BurnUpTable } from './burn-up-table';
import { type BurnUpAnswer, STEPS, useBurnUp, useStep } from './establishment.queries';
import './burn-up.css';

interface BurnUpProps {
  readonly block: BlockAnswer;
  /** The day the page is for. */
  readonly validOn: string;
}

/** How a block came along: its counts over time as known at the page's moment, as a picture and as numbers. */
export default function BurnUp({ block, validOn }: BurnUpProps) {
  const { t } = useTranslation('establishment');
  const id = useId();
  return (
    <section className="panel burn-up" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{t('burnUp.title')}</h2>
        <StepChoice />
      </div>
      <Answered query={useBurnUp(block.id)} what={t('burnUp.what')}>
        {(answer) =>
          answer.points.every(isSilent) ? (
            <Nothing>{t('burnUp.nothing')}</Nothing>
          ) : (
            <Answer answer={answer} block={block} validOn={validOn} />
          )
        }
      </Answered>
    </section>
  );
}

function StepChoice() {
  const { t } = useTranslation('establishment');
  const chosen = useStep();
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="hidden">{t('burnUp.steps.title')}</legend>
      {([null, ...STEPS] as const).map((step) => (
        <label key={step}>
          <input type="radio" name={name} checked={step === chosen} onChange={() => pushUrlQuery({ step })} />
          <span>{t(`burnUp.steps.${step ?? 'fitting'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Answer({ answer, block, validOn }: BurnUpProps & { answer: BurnUpAnswer }) {
  const { t } = useTranslation('establishment');
  const { day } = useLanguage();
  const { points, from, to } = answer;
  const promises = usePromises().data?.promises.filter(({ about }) => about.includes(block.stream)) ?? [];
  const choose = (on: string) => goTo({ validOn: on });
  const isWithin = from !== null && to !== null && from <= validOn && validOn <= to;
  return (
    <>
      <p className="burn-up-hint">
        {t('burnUp.choose')}
        {!isWithin && <> {t('burnUp.beyond', { day: day(validOn) })}</>}
      </p>
      <BurnUpChart points={points} promises={promises} name={block.name} validOn={validOn} onChoose={choose} />
      <Legend answer={answer} validOn={validOn} />
      <Turns answer={answer} validOn={validOn} onChoose={choose} />
      <details>
        <summary>{t('burnUp.table')}</summary>
        <BurnUpTable points={points} validOn={validOn} onChoose={choose} />
      </details>
    </>
  );
}

/** What each line means, and its number on the day the page is for. */
function Legend({ answer, validOn }: { answer: BurnUpAnswer; validOn: string }) {
  const { t } = useTranslation('establishment');
  const inWords = useCountWords();
  const point = pointBy(answer.points, validOn);
  const entry = (series: Series) => (
    <li key={series} data-series={series}>
      <svg width={28} height={14} aria-hidden="true" className="burn-up-mark">
        <path d="M0 7h28" />
        {series === 'unreported' && <path className="burn-up-hatch" d="M2 14l14-14M9 14l14-14M16 14l12-12" />}
      </svg>
      {t('burnUp.legend', { stage: t(`stages.${series}`), number: inWords(point[series]) })}
    </li>
  );
  return (
    <ul className="legend burn-up-legend">
      {entry('unreported')}
      {LINES.map(entry)}
      <li className="muted">{t('burnUp.band')}</li>
    </ul>
  );
}

/** So many days are named one by one; of more the picture gives a better account. */
const MOST_TURNS = 12;

interface TurnsProps {
  readonly answer: BurnUpAnswer;
  readonly validOn: string;
  readonly onChoose: (day: string) => void;
}

/** The days on which anything about the block begins to be otherwise, to go to. */
function Turns({ answer: { turns }, validOn, onChoose }: TurnsProps) {
  const { t } = useTranslation('establishment');
  const { day } = useLanguage();
  const id = useId();
  if (turns.length === 0 || turns.length > MOST_TURNS) return null;
  return (
    <div className="burn-up-turns">
      <span id={id}>{t('burnUp.turns')}</span>
      <ul aria-labelledby={id}>
        {turns.map((on) => (
          <li key={on}>
            <button
              type="button"
              className="link-button"
              aria-current={on === validOn ? 'date' : undefined}
              onClick={() => onChoose(on)}
            >
              {day(on)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
