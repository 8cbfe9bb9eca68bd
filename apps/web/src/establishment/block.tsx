import type { BlockAnswer, CountAnswer, PromiseSummary } from '../api/client';
import { usePromises } from '../api/queries';
import { OverdueMark } from '../commitments/overdue-mark';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { words } from '../words';
import { Cells } from './cells';

const COUNTS = [
  ...(['proposed', 'approved', 'notApproved', 'identified'] as const),
  ...(['advertised', 'selected', 'onDuty', 'stillToReport'] as const),
];

/** One block of like posts: its counts by stage, a cell per post, and what is promised about it. */
export function Block({ block }: { block: BlockAnswer }) {
  const status = words.state(block.statuses, block.certain);
  return (
    <div className="block">
      <h3>
        {block.name} <span className="muted block-status">{[block.grade, status].filter(Boolean).join(', ')}</span>
        <WhyButton question={{ label: block.name, text: status, wording: null, because: block.because }} />
      </h3>
      <dl className="stages">
        {COUNTS.map((stage) => (
          <Stage key={stage} name={words.posts.stages[stage]} count={block[stage]} block={block.name} />
        ))}
      </dl>
      <Cells block={block} />
      {block.promises.length > 0 && (
        <ul className="block-promises">
          {block.promises.map((promise) => (
            <Promised key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Stage({ name, count, block }: { name: string; count: CountAnswer; block: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Count of={count} label={words.posts.stageOf(name, block)} />
        {count.wording && (
          <small>
            <Recorded>{count.wording}</Recorded>
          </small>
        )}
      </dd>
    </div>
  );
}

/** A promise with its share in words and, beside it, the arithmetic: a majority is never turned into a head count. */
function Promised({ promise }: { promise: PromiseSummary }) {
  const told = usePromises().data?.promises.find((it) => it.id === promise.id);
  const measure = told?.measure;
  return (
    <li>
      {words.posts.promised(promise.what, promise.due.inWords)}
      {measure && (
        <span className="muted"> {words.posts.measure(measure.wording, measure.of, measure.arithmeticMinimum)}</span>
      )}
      {promise.overdue && (
        <>
          {' '}
          <OverdueMark overdue="yes" />
        </>
      )}{' '}
      {told && (
        <WhyButton
          question={{
            label: promise.what,
            text: promise.due.inWords,
            wording: measure?.wording ?? null,
            because: told.because,
          }}
        />
      )}
    </li>
  );
}
