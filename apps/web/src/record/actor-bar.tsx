import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isActorId } from './actor';
import type { Actor } from './draft';

interface ActorBarProps {
  readonly actor: Actor | null;
  readonly onSay: (actor: Actor | null) => void;
}

const USUAL_ROLE = 'hr-officer';

/** Who records: asked once, and always in sight, for it stands in every entry. */
export function ActorBar({ actor, onSay }: ActorBarProps) {
  const { t } = useTranslation('record');
  if (!actor) return <AskActor onSay={onSay} />;
  return (
    <p className="record-actor">
      {t('actor.recording')} <strong>{actor.id}</strong> ({actor.role}){' '}
      <button type="button" className="link" onClick={() => onSay(null)}>
        {t('actor.change')}
      </button>
    </p>
  );
}

function AskActor({ onSay }: Pick<ActorBarProps, 'onSay'>) {
  const { t } = useTranslation('record');
  const id = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState(USUAL_ROLE);
  const [isWrong, setIsWrong] = useState(false);
  const say = (event: FormEvent): void => {
    event.preventDefault();
    if (isActorId(name) && role.trim() !== '') onSay({ id: name, role: role.trim() });
    else setIsWrong(true);
  };
  return (
    <form className="panel record-ask-actor" onSubmit={say}>
      <h2>{t('actor.title')}</h2>
      <p className="record-help">{t('actor.why')}</p>
      <div className="record-pair">
        <div className="record-field" data-faulty={isWrong}>
          <label htmlFor={`${id}-id`}>{t('actor.id')}</label>
          <input
            id={`${id}-id`}
            className="record-input"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={name}
            aria-invalid={isWrong}
            aria-describedby={`${id}-form`}
            onChange={({ target }) => setName(target.value)}
          />
          <p id={`${id}-form`} className="record-help" role={isWrong ? 'alert' : undefined}>
            {t('actor.form')}
          </p>
        </div>
        <div className="record-field">
          <label htmlFor={`${id}-role`}>{t('actor.role')}</label>
          <input
            id={`${id}-role`}
            className="record-input"
            value={role}
            onChange={({ target }) => setRole(target.value)}
          />
        </div>
      </div>
      <button type="submit" className="record-main">
        {t('actor.say')}
      </button>
    </form>
  );
}
