import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../api/client';
import type { Actor, Thing } from '../record/draft';
import { Recorded as Text } from '../lineage/recorded';
import { useEntriesOf, useNameOf } from '../record/record.queries';
import { Answered, Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { useThingTitle } from '../shell/thing-title';
import { EntryWords } from '../record/entry-words';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { Mend } from './mend';

interface RecordedProps {
  readonly thing: Thing;
  /** Event id of the entry to be mended; null while none is chosen. */
  readonly entryId: string | null;
  readonly actor: Actor | null;
}

/** Everything recorded of a thing, one entry of which is chosen to be mended. */
export function Recorded({ thing, entryId, actor }: RecordedProps) {
  const { t } = useTranslation('corrections');
  const vocabulary = useVocabulary();
  const stream = `${thing.category}-${thing.id}`;
  const name = useNameOf(thing);
  useThingTitle(name);
  const query = useEntriesOf(stream);
  return (
    <>
      <p className="corrections-of">
        <span className="muted">{vocabulary.kind(thing.category)}</span>{' '}
        <strong>
          <Text>{name}</Text>
        </strong>{' '}
        <code>{stream}</code> <ScreenLink to="/corrections">{t('of.other')}</ScreenLink>
      </p>
      <Answered query={query} what={t('of.what')}>
        {({ entries }) => {
          const chosen = entries.find((it) => it.eventId === entryId) ?? null;
          if (entries.length === 0) return <Nothing>{t('of.none')}</Nothing>;
          return (
            <>
              <section className="panel" aria-label={t('of.title')}>
                <h2>{t('of.title')}</h2>
                <Entries of={entries} chosen={chosen} stream={stream} />
              </section>
              {chosen && <Chosen key={chosen.eventId} entry={chosen} thing={thing} actor={actor} />}
            </>
          );
        }}
      </Answered>
    </>
  );
}

interface EntriesProps {
  readonly of: readonly HistoryEntry[];
  readonly chosen: HistoryEntry | null;
  readonly stream: string;
}

/** In the order of recording; what was taken back stays in sight, struck through. */
function Entries({ of, chosen, stream }: EntriesProps) {
  const { t } = useTranslation('corrections');
  const id = useId();
  return (
    <ol className="corrections-entries">
      {of.map((entry) => (
        <li key={entry.eventId} data-chosen={entry === chosen}>
          <span className="corrections-sentence" id={`${id}${entry.eventId}`}>
            {entry.retractedBy === null ? (
              <EntryWords of={entry} />
            ) : (
              <del>
                <EntryWords of={entry} />
              </del>
            )}
            {entry.retells !== null && <span className="tag">{t('of.retells')}</span>}
          </span>
          {isMendable(entry) && (
            <ScreenLink
              id={`${id}mend${entry.eventId}`}
              to={`/corrections/${stream}`}
              with={{ entry: entry.eventId }}
              aria-labelledby={`${id}mend${entry.eventId} ${id}${entry.eventId}`}
              aria-current={entry === chosen ? 'true' : undefined}
            >
              {t('of.mend')}
            </ScreenLink>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What still counts can be taken back; a retraction is undone by telling the fact again. */
const isMendable = ({ type, retractedBy }: HistoryEntry): boolean => type !== 'EntryRetracted' && retractedBy === null;

interface ChosenProps {
  readonly entry: HistoryEntry;
  readonly thing: Thing;
  readonly actor: Actor | null;
}

function Chosen({ entry, thing, actor }: ChosenProps) {
  const { t } = useTranslation('corrections');
  if (!isMendable(entry)) return <Nothing>{t('of.gone')}</Nothing>;
  return actor && <Mend entry={entry} thing={thing} actor={actor} />;
}
