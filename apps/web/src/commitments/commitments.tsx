import { Switch } from 'antd';
import type { PromisesAnswer } from '../api/client';
import { usePromises } from '../api/queries';
import { inWords } from '../dates/civil-date';
import { Count } from '../lineage/count';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { words } from '../words';
import { CommitmentsTable } from './commitments-table';
import { byDueDate, nextOverdue } from './due';
import './commitments.css';

export default function Commitments() {
  return (
    <Answered query={usePromises()} what={words.commitments.what}>
      {(answer) =>
        answer.promises.length === 0 ? (
          <FirstSteps category="commitment">{words.commitments.empty}</FirstSteps>
        ) : (
          <Answer answer={answer} />
        )
      }
    </Answered>
  );
}

function Answer({ answer }: { answer: PromisesAnswer }) {
  const overdueOnly = useUrlQuery().get('only') === 'overdue';
  const sorted = byDueDate(answer.promises);
  const shown = overdueOnly ? sorted.filter((it) => it.overdue !== 'no') : sorted;
  return (
    <>
      <div className="commitments-head">
        <p>
          <Count big of={answer.overdue} label={words.commitments.overdue} />
          <span className="muted">{words.commitments.overdue}</span>
        </p>
        <p>
          <Count big of={answer.open} label={words.commitments.open} />
          <span className="muted">{words.commitments.open}</span>
        </p>
        <Next answer={answer} />
        <label className="commitments-filter">
          <Switch checked={overdueOnly} onChange={(on) => pushUrlQuery({ only: on ? 'overdue' : null })} />
          {words.commitments.overdueOnly}
        </label>
      </div>
      {shown.length === 0 ? <Nothing>{words.commitments.noneOverdue}</Nothing> : <CommitmentsTable promises={shown} />}
    </>
  );
}

/** What becomes overdue next if nothing more is recorded. */
function Next({ answer }: { answer: PromisesAnswer }) {
  const next = nextOverdue(answer.promises, answer.asOf.validOn);
  return (
    <p className="commitments-next">
      {next ? (
        <>
          <strong>{words.commitments.next(inWords(next.on), next.promises.length)}</strong>{' '}
          {next.promises.map((it) => it.what).join('; ')}.
        </>
      ) : (
        words.commitments.nothingNext
      )}
    </p>
  );
}
