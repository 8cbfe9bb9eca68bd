import { words } from '../words';

/** Says in words, with a sign before them, that something promised is late; colour only underlines it. */
export function OverdueMark({ overdue }: { overdue: 'yes' | 'possibly' }) {
  return <strong className={`overdue overdue-${overdue}`}>{words.commitments.overdueMark[overdue]}</strong>;
}
