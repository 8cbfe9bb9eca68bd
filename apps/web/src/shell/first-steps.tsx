import { useAsOfDates } from '../dates/as-of';
import { words } from '../words';
import { Nothing } from './answered';

interface FirstStepsProps {
  /** That there is nothing, and what would be shown here. */
  readonly children: string;
  /** The requests of the API that record the first. */
  readonly record: readonly string[];
}

/** Said to somebody who has just started: what is missing, how the first is recorded, and where that is explained. */
export function FirstSteps({ children, record }: FirstStepsProps) {
  const { validOn, knownAt } = useAsOfDates();
  return (
    <div className="first-steps">
      <Nothing>
        {children} {(validOn ?? knownAt) !== null && words.first.otherDates}
      </Nothing>
      <p>
        {words.first.record}{' '}
        {record.map((path, index) => (
          <span key={path}>
            {index > 0 && words.first.then}
            <code>{`POST ${path}`}</code>
          </span>
        ))}
        . <a href="/api/docs">{words.first.docs}</a>
      </p>
    </div>
  );
}
