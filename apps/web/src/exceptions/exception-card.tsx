import { useTranslation } from 'react-i18next';
import type { ExceptionAnswer } from '../api/client';
import { EntryLine } from '../audit/entry-line';
import { Recorded } from '../lineage/recorded';

/** What part the entries of a kind play, in their order; where there are more, the last part is that of all the rest. */
const PARTS: Readonly<Partial<Record<ExceptionAnswer['kind'], readonly string[]>>> = {
  correction: ['retracted', 'retraction', 'retelling'],
  'double-fill': ['authorisation', 'filling'],
};

/** One exception: why it is one, and the entries it is about. */
export function ExceptionCard({ exception }: { exception: ExceptionAnswer }) {
  const { t } = useTranslation('exceptions');
  const { kind, reason, certain, carriedOver, entries } = exception;
  const parts = entries.map((_, i) => {
    const part = partOf(kind, i, entries.length);
    return part === null ? undefined : t(`parts.${part}`);
  });
  return (
    <li className="exception">
      <h2>
        {t(`kinds.${kind}`)}
        {!certain && <span className="tag overdue-possibly">{t('possibly')}</span>}
        {carriedOver && <span className="tag">{t('carriedOver')}</span>}
      </h2>
      <p>
        <Why exception={exception} />
        {reason !== null && (
          <>
            {' '}
            {t('reason')} <Recorded>{reason}</Recorded>
          </>
        )}
      </p>
      {entries.map((entry, i) => (
        <EntryLine key={entry.eventId} entry={entry} part={parts[i]} />
      ))}
    </li>
  );
}

function partOf(kind: ExceptionAnswer['kind'], i: number, all: number): string | null {
  // An approval comes last, whatever number of proposals come before it.
  if (kind === 'self-approved') return i === all - 1 ? 'approval' : 'proposal';
  const parts = PARTS[kind] ?? [];
  return parts[i] ?? parts.at(-1) ?? null;
}

function Why({ exception: { kind, days, topic, actorId, stream } }: { exception: ExceptionAnswer }) {
  const { t } = useTranslation('exceptions');
  switch (kind) {
    case 'back-dated':
      return <>{t('why.backDated', { count: days ?? 0 })}</>;
    case 'correction':
      return <>{t('why.correction', { actor: actorId })}</>;
    case 'contradiction':
      return <>{t('why.contradiction', { topic })}</>;
    case 'overdue':
      return <>{t('why.overdue', { count: days ?? 0, what: topic })}</>;
    case 'double-fill':
      return <>{t('why.doubleFill', { stream })}</>;
    case 'self-approved':
      return <>{t('why.selfApproved', { actor: actorId })}</>;
    case 'local-knowledge':
      return <>{t('why.localKnowledge')}</>;
    case 'parked':
      return <>{t('why.parked', { stream })}</>;
  }
}
