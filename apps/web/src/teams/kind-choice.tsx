import { useId } from 'react';
import { pushUrlQuery } from '../shell/url';
import { words } from '../words';
import { keyOf, type TeamKind } from './kinds';

interface KindChoiceProps {
  readonly kinds: readonly TeamKind[];
  readonly chosen: TeamKind | undefined;
}

/** One kind of team is shown at a time. Native radio buttons: arrow keys move between kinds. */
export function KindChoice({ kinds, chosen }: KindChoiceProps) {
  const name = useId();
  if (kinds.length < 2) return null;
  return (
    <fieldset className="kinds">
      <legend>{words.teams.chooseKind}</legend>
      {kinds.map((it) => (
        <label key={keyOf(it)}>
          <input type="radio" name={name} checked={it === chosen} onChange={() => pushUrlQuery({ teams: keyOf(it) })} />
          {words.teams.kind(it.kind)} <span className="muted">{it.teams}</span>
        </label>
      ))}
    </fieldset>
  );
}
