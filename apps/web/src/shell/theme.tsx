import { ConfigProvider, theme as antdTheme } from 'antd';
import type { Locale } from 'antd/es/locale';
import { type ReactNode, useEffect, useState } from 'react';
import type { LanguageCode } from '../language/languages';
import { useLanguage } from '../language/use-language';
import { useColours } from './colours';

/** The tokens repeat the palette of shell.css, in antd's terms. */
const LIGHT_TOKENS = {
  colorPrimary: '#0b5fa5',
  colorText: '#1a2330',
  colorBgBase: '#ffffff',
  colorTextPlaceholder: '#5a6573',
};
const DARK_TOKENS = {
  colorPrimary: '#5ea6e6',
  colorText: '#e4e9f0',
  colorBgBase: '#191f27',
  colorTextPlaceholder: '#a2adbb',
  colorBgElevated: '#1f2731',
  colorBgContainer: '#191f27',
};

/** White on the light blue of the dark palette is too faint to read. */
const DARK_PARTS = { Button: { primaryColor: '#0b1622' } };

/** What antd's own parts say; fetched with the language. */
const LOCALES: Readonly<Record<LanguageCode, () => Promise<{ readonly default: Locale }>>> = {
  ar: () => import('antd/locale/ar_EG'),
  en: () => import('antd/locale/en_GB'),
  es: () => import('antd/locale/es_ES'),
  fr: () => import('antd/locale/fr_FR'),
  ru: () => import('antd/locale/ru_RU'),
  zh: () => import('antd/locale/zh_CN'),
};

/** Colours and direction of what antd draws: those of the page. */
export function Theme({ children }: { children: ReactNode }) {
  const { code, dir } = useLanguage();
  const dark = useColours().dark;
  return (
    <ConfigProvider
      direction={dir}
      locale={useAntdLocale(code)}
      theme={{
        algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
        components: dark ? DARK_PARTS : {},
        token: { ...(dark ? DARK_TOKENS : LIGHT_TOKENS), fontFamily: 'inherit', borderRadius: 6, motion: false },
      }}
    >
      {children}
    </ConfigProvider>
  );
}

function useAntdLocale(code: LanguageCode): Locale | undefined {
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let isWanted = true;
    // Without it antd speaks English in a few places; the page itself is not held up.
    LOCALES[code]().then(
      (found) => isWanted && setLocale(found.default),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [code]);
  return locale;
}
