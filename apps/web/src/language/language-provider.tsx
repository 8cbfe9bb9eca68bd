import { type ReactNode, useEffect } from 'react';
import { useUrlQuery } from '../shell/url';
import { chosenLanguage } from './chosen';
import { useLanguage } from './use-language';
import { sayIn } from './words';

/** Follows the language of the address, and tells the document which language it is in and which way it runs. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const wanted = chosenLanguage(`?${useUrlQuery().toString()}`);
  const { code, dir } = useLanguage();
  useEffect(() => {
    void sayIn(wanted);
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = code;
    document.documentElement.dir = dir;
  }, [code, dir]);
  return <>{children}</>;
}
