import { useTranslation } from 'react-i18next';
import type { EntryAnswer } from '../api/client';
import { CopyButton } from './copy-button';

/** The digests by which anyone can tell that the entry is what was recorded. */
export function Hashes({ answer: { envelope, leafHash, entry } }: { answer: EntryAnswer }) {
  const { t } = useTranslation('log');
  const rows = [
    [t('hashes.eventId'), entry.eventId],
    [t('hashes.command'), entry.commandId],
    [t('hashes.data'), envelope.dataHash],
    [t('hashes.meta'), envelope.metaHash],
    [t('hashes.leaf'), leafHash],
  ] as const;
  return (
    <>
      <h3>{t('hashes.title')}</h3>
      <dl className="hashes">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code dir="ltr">{value}</code> <CopyButton what={name} text={value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted log-note">{t('hashes.how')}</p>
    </>
  );
}
