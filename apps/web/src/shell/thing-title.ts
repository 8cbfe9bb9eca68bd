import { createContext, use, useEffect } from 'react';

/** Tells the page the name of the thing that is shown, for the title of the tab; null when no single one is. */
export const ThingTitle = createContext<(name: string | null) => void>(() => undefined);

/** Puts the name of the one thing a view is about into the title of the tab, for as long as it is shown. */
export function useThingTitle(name: string | null): void {
  const say = use(ThingTitle);
  useEffect(() => {
    say(name);
    return () => say(null);
  }, [say, name]);
}
