import { Drawer } from 'antd';
import { AsOfBanner } from '../dates/as-of-banner';
import { Nothing } from '../shell/answered';
import { words } from '../words';
import { BecauseCard } from './because-card';
import { Wording } from './phrase';
import type { WhyQuestion } from './why';

interface WhyDrawerProps {
  readonly question: WhyQuestion;
  readonly open: boolean;
  readonly onClose: () => void;
}

export default function WhyDrawer({ question, open, onClose }: WhyDrawerProps) {
  const { label, text, wording, silent = false, because } = question;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={words.why.title(label)}
      size={520}
      classNames={{ root: 'why-drawer' }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      <p className="why-number">{text}</p>
      {wording && (
        <p>
          {words.why.wording} <Wording>{wording}</Wording>
        </p>
      )}
      <AsOfBanner />
      {(silent || because.length === 0) && <Nothing>{words.why.nothing}</Nothing>}
      {because.length > 0 && (
        <>
          <h3>{silent ? words.why.bearing(because.length) : words.why.restsOn(because.length)}</h3>
          <ol className="because-list">
            {because.map((it) => (
              <BecauseCard key={it.eventId} because={it} />
            ))}
          </ol>
        </>
      )}
    </Drawer>
  );
}
