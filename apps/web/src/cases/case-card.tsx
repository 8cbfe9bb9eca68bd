import { useTranslation } from 'react-i18next';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import { DaysBar } from '../staffing/days-bar';
import { useDays } from '../staffing/use-days';
import type { Card } from './board-columns';
import { OverTarget } from './over-target';

interface CaseCardProps {
  readonly card: Card;
  /** True for the one card that the tab key leads to. */
  readonly isReachable: boolean;
  readonly onFocus: () => void;
}

/** The days of a bar beside a target: at least one and a half times as long. */
const ROOM = 1.5;

/** A case in one stage: how long it has been in it, against how long that should take. */
export function CaseCard({ card, isReachable, onFocus }: CaseCardProps) {
  const { t } = useTranslation('cases');
  const inWords = useDays();
  const { of, part, stage, certain } = card;
  const name = of.name ?? of.id;
  const most = Math.max((stage.targetDays ?? 30) * ROOM, stage.days?.atMost ?? stage.days?.atLeast ?? 0);
  return (
    <article className="case-card" data-uncertain={!certain} data-over={stage.overTarget}>
      <h3>
        <ScreenLink to={`/cases/${of.id}`} tabIndex={isReachable ? 0 : -1} onFocus={onFocus}>
          <Recorded>{name}</Recorded>
        </ScreenLink>
      </h3>
      {!certain && <p className="small-note">{t('possiblyHere')}</p>}
      <Posts card={card} />
      <DaysBar days={stage.days} most={most} target={stage.targetDays} />
      {stage.targetDays !== null && <p className="small-note">{t('target', { count: stage.targetDays })}</p>}
      <OverTarget over={stage.overTarget} />
      <p className="small-note">{t('openFor', { days: inWords(of.daysOpen) })}</p>
      {of.candidates.length > 0 && <p className="small-note">{t('candidates', { count: of.candidates.length })}</p>}
      <WhyButton
        question={{
          label: name,
          text: inWords(stage.days),
          wording: null,
          because: [stage.because, ...others(part, stage)],
        }}
      />
    </article>
  );
}

/** What the other stages it may be in rest on. */
const others = (part: Card['part'], { because }: Card['stage']) =>
  part.stages.map((it) => it.because).filter(({ eventId }) => eventId !== because.eventId);

/** The posts to be filled, where their titles say more than the name of the case. */
function Posts({ card: { of, part } }: { card: Card }) {
  const { t } = useTranslation('cases');
  const [only, ...more] = part.posts;
  if (!only || (more.length === 0 && only.title === of.name)) return null;
  return more.length > 0 ? (
    <p className="small-note">{t('posts', { count: part.posts.length })}</p>
  ) : (
    <p className="small-note">
      <Recorded>{only.title ?? only.id}</Recorded>
    </p>
  );
}
