import { useSyncExternalStore } from 'react';

/** Light, dark, or as the reader's system has it. */
export const COLOURS = ['system', 'light', 'dark'] as const;
export type Colours = (typeof COLOURS)[number];

const KEPT = 'cadre.colours';
const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** What the reader chose, and whether that means dark now. */
export function useColours(): { readonly chosen: Colours; readonly dark: boolean } {
  const chosen = useSyncExternalStore(subscribe, chosenColours);
  const dark = useSyncExternalStore(subscribe, isDark);
  return { chosen, dark };
}

/** Chooses, for this visit and the next. */
export function chooseColours(colours: Colours): void {
  localStorage.setItem(KEPT, colours);
  for (const listener of listeners) listener();
}

/** Lets the style sheet know, now and whenever it changes. */
export function applyColours(): void {
  const apply = () => {
    document.documentElement.dataset['colours'] = isDark() ? 'dark' : 'light';
  };
  apply();
  subscribe(apply);
}

function chosenColours(): Colours {
  const kept = localStorage.getItem(KEPT);
  return COLOURS.find((it) => it === kept) ?? 'system';
}

function isDark(): boolean {
  const chosen = chosenColours();
  return chosen === 'system' ? DARK.matches : chosen === 'dark';
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  DARK.addEventListener('change', onChange);
  return () => {
    listeners.delete(onChange);
    DARK.removeEventListener('change', onChange);
  };
}
