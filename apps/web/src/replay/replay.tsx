import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareAnswer, MomentsAnswer } from '../api/client';
import { useAllMoments, useCompare, useMoments } from '../audit/audit.queries';
import { Changes } from '../audit/changes';
import { unreadable, useAsOfDates } from '../dates/as-of';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { BlockNumbers } from './block-numbers';
import { Numbers } from './numbers';
import { Player, useMove } from './player';
import { Sliders } from './sliders';
import { beforeStep, marksOf } from './steps';
import './replay.css';

/** Goes through time on two sliders, and shows at every step what the large numbers are and what has just changed. */
export default function Replay() {
  const { t } = useTranslation('replay');
  const all = useAllMoments();
  return (
    <Answered query={all} what={t('what')}>
      {(answer) =>
        answer.days.length === 0 ? (
          <section className="panel">
            <FirstSteps category="unit">{t('empty')}</FirstSteps>
          </section>
        ) : (
          <Replayed all={answer} />
        )
      }
    </Answered>
  );
}

function Replayed({ all }: { all: MomentsAnswer }) {
  const { t } = useTranslation('replay');
  const [isPlaying, setPlaying] = useState(false);
  const { move } = useMove();
  const dates = useAsOfDates();
  const then = useMoments().data ?? all;
  const marks = marksOf({ days: move === 'both' ? all.days : then.days, moments: all.moments }, move);
  const before = beforeStep(marks, dates, move);
  const query = useCompare(before ?? dates, dates, 0, unreadable(dates).size === 0);
  return (
    <>
      <section className="panel" aria-label={t('player.title')}>
        <p className="lead">{t('lead')}</p>
        <Sliders all={all} days={then.days} onHand={() => setPlaying(false)} />
        <Player marks={marks} isPlaying={isPlaying} setPlaying={setPlaying} isBusy={query.isFetching} />
      </section>
      <Answered query={query} what={t('whatNumbers')}>
        {(answer) => <Step answer={answer} hasChanged={before !== null} />}
      </Answered>
    </>
  );
}

function Step({ answer, hasChanged }: { answer: CompareAnswer; hasChanged: boolean }) {
  const { t } = useTranslation('replay');
  return (
    <>
      <section className="panel" aria-labelledby="replay-numbers">
        <h2 id="replay-numbers">{t('numbers')}</h2>
        <Numbers answers={answer.answers} />
        <BlockNumbers answers={answer.answers} />
      </section>
      <section className="panel" aria-labelledby="replay-changes">
        <h2 id="replay-changes">{t('changes')}</h2>
        {hasChanged ? <Changes changes={answer.changes} /> : <Nothing>{t('nothingYet')}</Nothing>}
        {answer.changed > answer.changes.length && (
          <p className="muted">{t('more', { number: answer.changed - answer.changes.length })}</p>
        )}
      </section>
    </>
  );
}
