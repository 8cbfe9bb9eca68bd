import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { pushUrlQuery } from '../shell/url';
import { keyOf, type TeamKind } from './kinds';

interface KindChoiceProps {
  readonly kinds: readonly TeamKind[];
  readonly chosen: TeamKind | undefined;
}

/** One kind of team is shown at a time. Native radio buttons: arrow keys move between kinds. */
export function KindChoice({ kinds, chosen }: KindChoiceProps) {
  const { t } = useTranslation('teams');
  const { number } = useLanguage();
  const name = useId();
  if (kinds.length < 2) return null;
  return (
    <fieldset className="kinds">
      <legend>{t('chooseKind')}</legend>
      {kinds.map((it) => (
        <label key={keyOf(it)}>
          <input
            type="radio"
            name={name}
            checked={it === chosen}
            onChange={() => pushUrlQuery({ teams: keyOf(it), shown: null })}
          />
          {it.kind === null ? t('noKind') : <Recorded>{it.kind}</Recorded>}{' '}
          <span className="muted">{number(it.teams)}</span>
        </label>
      ))}
    </fieldset>
  );
}
