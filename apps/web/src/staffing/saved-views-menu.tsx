import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../shell/screen-link';
import { removeIn, renameIn, type SavedView, saveIn, textOf, useSavedViews, viewOf } from './saved-views';
import { queryOf, useStaffingView } from './view';

/** Views kept under a name in this browser: each is a link, and the present one can be kept as well. */
export function SavedViews() {
  const { t } = useTranslation('staffing');
  const views = useSavedViews();
  const { view } = useStaffingView();
  return (
    <div className="saved-views">
      {views.length > 0 && (
        <ul aria-label={t('views.title')}>
          {views.map((it) => (
            <View key={it.name} saved={it} isShown={it.query === textOf(view)} />
          ))}
        </ul>
      )}
      <SaveView />
    </div>
  );
}

function View({ saved, isShown }: { saved: SavedView; isShown: boolean }) {
  const { t } = useTranslation('staffing');
  const [renaming, setRenaming] = useState(false);
  const { name } = saved;
  if (renaming)
    return (
      <li>
        <NameForm
          label={t('views.newName', { name })}
          button={t('views.rename')}
          name={name}
          done={(to) => {
            if (to !== null) renameIn(localStorage, name, to);
            setRenaming(false);
          }}
        />
      </li>
    );
  return (
    <li>
      <ScreenLink to="/staffing" with={queryOf(viewOf(saved))} aria-current={isShown ? 'page' : undefined}>
        <bdi>{name}</bdi>
      </ScreenLink>
      {isShown && (
        <>
          <button type="button" className="link" onClick={() => setRenaming(true)}>
            {t('views.rename')}
          </button>
          <button type="button" className="link" onClick={() => removeIn(localStorage, name)}>
            {t('views.remove')}
          </button>
        </>
      )}
    </li>
  );
}

function SaveView() {
  const { t } = useTranslation('staffing');
  const [naming, setNaming] = useState(false);
  const { view } = useStaffingView();
  if (!naming)
    return (
      <button type="button" className="link" onClick={() => setNaming(true)}>
        {t('views.save')}
      </button>
    );
  return (
    <NameForm
      label={t('views.name')}
      button={t('views.keep')}
      name=""
      done={(name) => {
        if (name !== null) saveIn(localStorage, name, view);
        setNaming(false);
      }}
    />
  );
}

interface NameFormProps {
  readonly label: string;
  readonly button: string;
  readonly name: string;
  /** Told the name, or null when the reader thought better of it. */
  readonly done: (name: string | null) => void;
}

function NameForm({ label, button, name, done }: NameFormProps) {
  const { t } = useTranslation('staffing');
  const [typed, setTyped] = useState(name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    done(typed.trim() === '' ? null : typed);
  };
  return (
    <form className="saved-views-name" onSubmit={submit}>
      <Input
        autoFocus
        size="small"
        value={typed}
        maxLength={60}
        aria-label={label}
        placeholder={label}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && done(null)}
      />
      <Button size="small" htmlType="submit" type="primary">
        {button}
      </Button>
      <Button size="small" onClick={() => done(null)}>
        {t('cancel')}
      </Button>
    </form>
  );
}
