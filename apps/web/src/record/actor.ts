import { useState } from 'react';
import type { Actor } from './draft';

const KEPT = 'cadre.actor';
const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** Who records, as said once on this machine; null until then. */
export function useActor(): readonly [Actor | null, (actor: Actor | null) => void] {
  const [actor, setActor] = useState(keptActor);
  const keep = (next: Actor | null): void => {
    if (next === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(next));
    setActor(next);
  };
  return [actor, keep];
}

function keptActor(): Actor | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Actor | null;
    return kept && isActorId(kept.id) && kept.role ? kept : null;
  } catch {
    return null;
  }
}

/** True for an opaque id of a person: small letters, digits and dashes. */
export const isActorId = (text: string): boolean => ID.test(text);
