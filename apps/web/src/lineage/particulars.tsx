import { useTranslation } from 'react-i18next';
import type { Because } from '../api/client';
import { phraseBeside, useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { Phrase } from './recorded';

/** Source, dates and marks of an entry, as a list of terms. */
export function Particulars({ because }: { because: Because }) {
  const { t } = useTranslation('lineage');
  const { day, moment } = useLanguage();
  const words = useWindowWords()(because.effective);
  const phrase = phraseBeside(because.effective, words);
  return (
    <dl className="particulars">
      <dt>{t('because.source')}</dt>
      <dd>
        <Source of={because} />
        {because.fact && <span className="tag">{t('because.fact', { reference: because.fact })}</span>}
      </dd>
      <dt>{t('because.effective')}</dt>
      <dd>
        {words}
        {phrase !== null && (
          <>
            {t('because.phrase')} <Phrase>{phrase}</Phrase>
          </>
        )}
      </dd>
      <dt>{t('because.recorded')}</dt>
      <dd>
        {because.carriedOver ? day(because.recordedAt) : moment(because.recordedAt)}
        {because.carriedOver && (
          <span className="tag" title={t('because.carriedOverHint')}>
            {t('because.carriedOver')}
          </span>
        )}
      </dd>
    </dl>
  );
}

/** What a paragraph without it says is a place in words: "paragraph not numbered" would be nonsense. */
const NUMBER = /\p{N}/u;

/** Where an entry is written, or whose local knowledge it is. */
export function Source({ of: { document, paragraph, localKnowledge } }: { of: Because }) {
  const { t } = useTranslation('lineage');
  if (document && paragraph && !NUMBER.test(paragraph))
    return <>{t('because.place', { document, place: paragraph })}</>;
  if (document && paragraph) return <>{t('because.paragraph', { document, paragraph })}</>;
  if (document) return <>{document}</>;
  return <>{localKnowledge ? t('because.localKnowledge', { who: localKnowledge }) : t('because.noSource')}</>;
}
