import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Recorded } from '../lineage/recorded';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { CATEGORIES, slugOf } from './categories';
import { type Thing, thingOf } from './draft';
import { useDocuments, useNameOf, useNames } from './record.queries';

const MOST_SHOWN = 12;

interface ThingChoiceProps {
  readonly chosen: Thing | null;
  readonly onChoose: (thing: Thing | null) => void;
  /** Kind of thing to begin with when nothing is found, as in "team". */
  readonly category: string | null;
  /** True where something new is no choice. */
  readonly onlyKnown?: boolean;
}

/** Chooses what something is recorded about: found by its name, typed as a stream, or new. Arrow keys and Enter are enough. */
export function ThingChoice({ chosen, onChoose, category, onlyKnown = false }: ThingChoiceProps) {
  if (chosen) return <Chosen thing={chosen} onChange={() => onChoose(null)} />;
  return <ThingSearch category={category} onlyKnown={onlyKnown} onFound={onChoose} />;
}

interface ThingSearchProps {
  readonly onlyKnown: boolean;
  readonly category: string | null;
  readonly onFound: (thing: Thing) => void;
}

function ThingSearch(props: ThingSearchProps) {
  const { t } = useTranslation('record');
  const id = useId();
  const { text, type, options, at, isOpen, setOpen, keys } = useSearch(props);
  return (
    <div className="record-field record-thing">
      <label htmlFor={id}>{t('thing.label')}</label>
      <input
        id={id}
        className="record-input"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options.length > 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        // The one thing to do on a blank form.
        autoFocus
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={keys}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <p id={`${id}-help`} className="record-help">
        {props.onlyKnown ? t('thing.helpKnown') : t('thing.help')}
      </p>
      <ul id={`${id}-options`} role="listbox" aria-label={t('thing.found')} hidden={!isOpen} className="record-options">
        {options.map((thing, i) => (
          <li
            key={`${thing.category}-${thing.id}-${thing.isNew}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => {
              event.preventDefault();
              props.onFound(thing);
            }}
          >
            <OptionWords thing={thing} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is typed, what it could be, and the keys that choose among that. */
function useSearch({ category, onlyKnown, onFound }: ThingSearchProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const hasty = useRef(false);
  const { options: all, isCurrent } = useOptions(text, category);
  const options = all.filter(({ isNew }) => !(onlyKnown && isNew));
  const at = clamped(active, options.length);
  // Enter before the answer came means the first that is found; something new is never chosen unseen.
  useEffect(() => {
    if (!hasty.current || !isCurrent) return;
    hasty.current = false;
    const [first] = options;
    if (first && !first.isNew) onFound(first);
  });
  const type = (next: string): void => {
    setText(next);
    setActive(0);
    setOpen(true);
    hasty.current = false;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(clamped(active + (event.key === 'ArrowDown' ? 1 : -1), options.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      hasty.current = !isCurrent && text.trim() !== '';
      const option = options[at];
      if (isCurrent && open && option) onFound(option);
    } else if (event.key === 'Escape') setOpen(false);
  };
  return { text, type, options, at, isOpen: open && text.trim() !== '', setOpen, keys };
}

function OptionWords({ thing }: { thing: Thing }) {
  const { t } = useTranslation('record');
  const kind = useVocabulary().kind(thing.category);
  if (thing.isNew) {
    return (
      <>
        <span className="record-option-name">{t('thing.new', { kind })}</span>{' '}
        <code>{`${thing.category}-${thing.id}`}</code>
      </>
    );
  }
  return (
    <>
      <span className="record-option-name">
        <Recorded>{thing.name}</Recorded>
      </span>{' '}
      <span className="record-option-kind">{kind}</span> <code>{`${thing.category}-${thing.id}`}</code>
    </>
  );
}

function Chosen({ thing, onChange }: { thing: Thing; onChange: () => void }) {
  const { t } = useTranslation('record');
  const kind = useVocabulary().kind(thing.category);
  const name = useNameOf(thing);
  return (
    <div className="record-chosen">
      <p>
        <span className="record-option-kind">{thing.isNew ? t('thing.new', { kind }) : kind}</span>{' '}
        <strong>
          <Recorded>{name}</Recorded>
        </strong>{' '}
        <code>{`${thing.category}-${thing.id}`}</code>
      </p>
      <button type="button" className="link" onClick={onChange}>
        {t('thing.change')}
      </button>
    </div>
  );
}

/** What is found by a text, then what it could be the id of if it were new. */
function useOptions(text: string, category: string | null): { options: readonly Thing[]; isCurrent: boolean } {
  const { data: named = [], isCurrent } = useNames(text);
  const { data: documents = [] } = useDocuments();
  const cited = documents.filter(
    ({ name }) => text.trim() !== '' && name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const typed = thingOf(text.trim());
  const isKind = typed !== null && CATEGORIES.includes(typed.category);
  const found = [...named, ...cited].flatMap(({ stream, name }) => thingOf(stream, name) ?? []).slice(0, MOST_SHOWN);
  const direct = isKind && !found.some((it) => `${it.category}-${it.id}` === text.trim()) ? [typed] : [];
  const slug = slugOf(isKind ? typed.id : text);
  const kinds = isKind
    ? [typed.category]
    : [...CATEGORIES].sort((a, b) => Number(b === category) - Number(a === category));
  const fresh =
    slug === '' || !isCurrent ? [] : kinds.map((it): Thing => ({ category: it, id: slug, name: slug, isNew: true }));
  return { options: [...found, ...direct, ...fresh], isCurrent };
}

const clamped = (i: number, length: number): number => Math.max(0, Math.min(i, length - 1));
