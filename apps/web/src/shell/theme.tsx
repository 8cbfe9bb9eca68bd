import { ConfigProvider, theme } from 'antd';
import { type ReactNode, useSyncExternalStore } from 'react';

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

/** Colours follow the reader's system. The tokens repeat the palette of shell.css, in antd's terms. */
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

export function Theme({ children }: { children: ReactNode }) {
  const dark = useSyncExternalStore(subscribe, () => DARK.matches);
  return (
    <ConfigProvider
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: { ...(dark ? DARK_TOKENS : LIGHT_TOKENS), fontFamily: 'inherit', borderRadius: 6, motion: false },
      }}
    >
      {children}
    </ConfigProvider>
  );
}

function subscribe(onChange: () => void): () => void {
  DARK.addEventListener('change', onChange);
  return () => DARK.removeEventListener('change', onChange);
}
