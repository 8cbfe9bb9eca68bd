import type { PromiseAnswer } from '../api/client';
import { inWords } from '../dates/civil-date';
import { Phrase } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { words } from '../words';
import { OverdueMark } from './overdue-mark';

export function CommitmentsTable({ promises }: { promises: readonly PromiseAnswer[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.commitments.table}>
      <table className="commitments">
        <thead>
          <tr>
            {words.commitments.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {promises.map((promise) => (
            <Row key={promise.id} promise={promise} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ promise }: { promise: PromiseAnswer }) {
  const { due, firstDue, measure } = promise;
  return (
    <tr data-overdue={promise.overdue}>
      <td>
        <Status promise={promise} />
      </td>
      <th scope="row">
        {promise.what}
        {measure && (
          <div className="muted commitments-note">
            {words.posts.measure(measure.wording, measure.of, measure.arithmeticMinimum)}
          </div>
        )}
      </th>
      <td>
        {due.inWords}
        {due.phrase && due.phrase !== due.inWords && (
          <div className="muted commitments-note">
            <Phrase>{due.phrase}</Phrase>
          </div>
        )}
        {promise.redates > 0 && (
          <div className="commitments-note">{words.commitments.redated(firstDue.inWords, promise.redates)}</div>
        )}
      </td>
      <td data-label={words.commitments.columns[3]}>
        {promise.overdueFrom ? inWords(promise.overdueFrom) : words.commitments.noDate}
      </td>
      <td>
        <WhyButton
          question={{
            label: promise.what,
            text: due.inWords,
            wording: measure?.wording ?? null,
            because: promise.because,
          }}
        />
      </td>
    </tr>
  );
}

function Status({ promise: { overdue, statuses, certain } }: { promise: PromiseAnswer }) {
  if (overdue === 'no') return <>{words.state(statuses, certain)}</>;
  return <OverdueMark overdue={overdue} />;
}
