import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a text; not shown where the browser does not let a page do so. */
export function CopyButton({ what, text }: { what: string; text: string }) {
  const { t } = useTranslation('log');
  const [isDone, setDone] = useState(false);
  // Pages served from elsewhere without encryption have no clipboard, whatever the type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return null;
  const copy = async () => {
    await clipboard.writeText(text);
    setDone(true);
  };
  return (
    <>
      <button type="button" className="link" aria-label={t('copy.label', { what })} onClick={() => void copy()}>
        {t('copy.button')}
      </button>
      <span role="status" className="muted">
        {isDone && t('copy.done')}
      </span>
    </>
  );
}
