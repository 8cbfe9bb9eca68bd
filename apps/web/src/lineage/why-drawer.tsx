import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { AsOfBanner } from '../dates/as-of-banner';
import { Nothing } from '../shell/answered';
import { Sentence, WordingOf } from '../vocabulary/event-sentence';
import { BecauseCard } from './because-card';
import type { WhyQuestion } from './why';

interface WhyDrawerProps {
  readonly question: WhyQuestion;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Longer texts are sentences, and set smaller. */
const LONGEST_NUMBER = 32;

export default function WhyDrawer({ question, open, onClose }: WhyDrawerProps) {
  const { t } = useTranslation('lineage');
  const { label, text, wording, silent = false, because, more = 0 } = question;
  const count = because.length + more;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('why.title', { label })}
      size={520}
      classNames={{ root: 'why-drawer' }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      <p className="why-number" data-sentence={text.length > LONGEST_NUMBER}>
        <Sentence>{text}</Sentence>
      </p>
      {wording && (
        <p>
          {t('why.wording')} <WordingOf>{wording}</WordingOf>
        </p>
      )}
      <AsOfBanner />
      {(silent || because.length === 0) && <Nothing>{t('why.nothing')}</Nothing>}
      {because.length > 0 && (
        <>
          <h3>{silent ? t('why.bearing', { count }) : t('why.restsOn', { count })}</h3>
          <ol className="because-list">
            {because.map((it) => (
              <BecauseCard key={it.eventId} because={it} />
            ))}
          </ol>
          {more > 0 && <p>{t('why.more', { count: more })}</p>}
        </>
      )}
    </Drawer>
  );
}
