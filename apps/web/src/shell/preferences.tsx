import { useTranslation } from 'react-i18next';
import { keepLanguage } from '../language/chosen';
import { LANGUAGES, languageOf } from '../language/languages';
import { useLanguage } from '../language/use-language';
import { chooseColours, COLOURS, type Colours, useColours } from './colours';
import { pushUrlQuery } from './url';

/** How the page is shown: its language, which is part of the address, and its colours. */
export function Preferences() {
  const { t } = useTranslation('shell');
  const { code } = useLanguage();
  const { chosen } = useColours();
  return (
    <div className="preferences">
      <label>
        <span className="hidden">{t('language')}</span>
        <select value={code} onChange={({ target }) => speak(target.value)}>
          {LANGUAGES.map((it) => (
            <option key={it.code} value={it.code} lang={it.code}>
              {it.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="hidden">{t('colours.title')}</span>
        <select value={chosen} onChange={({ target }) => chooseColours(target.value as Colours)}>
          {COLOURS.map((it) => (
            <option key={it} value={it}>
              {t(`colours.${it}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function speak(code: string): void {
  const language = languageOf(code);
  if (!language) return;
  keepLanguage(language.code);
  pushUrlQuery({ lang: language.code });
}
