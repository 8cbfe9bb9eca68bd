import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Answered, Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { useThingTitle } from '../shell/thing-title';
import { DaysBar, mostOf } from '../staffing/days-bar';
import { useDays } from '../staffing/use-days';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { Candidates } from './candidates';
import { type CaseAnswer, type CasePart, useCaseLife } from './cases.queries';
import { Life } from './life';
import { OverTarget } from './over-target';
import './cases.css';

/** One case: where it stands and since when, who the candidates are, and its life step by step. */
export function CasePage({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const query = useCaseLife(caseId);
  return (
    <>
      <p>
        <ScreenLink to="/cases">{t('back')}</ScreenLink>
      </p>
      <Answered query={query} what={t('one')}>
        {(answer) =>
          answer.case === null ? (
            <section className="panel">
              <Nothing>{t('nothing', { caseId })}</Nothing>
            </section>
          ) : (
            <>
              <Standing of={answer.case} />
              <Candidates of={answer.case} />
              <Life steps={answer.steps} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function Standing({ of }: { of: CaseAnswer }) {
  const { t } = useTranslation('cases');
  const inWords = useDays();
  const name = of.name ?? of.id;
  useThingTitle(name);
  return (
    <section className="panel">
      <h2>
        <Recorded>{name}</Recorded>{' '}
        <WhyButton question={{ label: name, text: inWords(of.daysOpen), wording: null, because: of.because }} />
      </h2>
      <dl className="fact-list">
        {of.parts.map((part, i) => (
          <div key={part.posts[0]?.id ?? i}>
            <dt>
              <PostLinks part={part} />
            </dt>
            <dd>
              <Stages part={part} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('columns.opened')}</dt>
          <dd>
            <DaysBar days={of.daysOpen} most={mostOf([of.daysOpen], of.targetDays)} target={of.targetDays} />
            <div className="small-note">
              <When of={of.opened} />
            </div>
            <div className="small-note">{t('target', { count: of.targetDays })}</div>
            <OverTarget over={of.overTarget} />
          </dd>
        </div>
        {of.askedOf !== null && (
          <div>
            <dt>{t('askedOf')}</dt>
            <dd>
              <Recorded>{of.askedOf}</Recorded>
            </dd>
          </div>
        )}
        {of.channel !== null && (
          <div>
            <dt>{t('channel')}</dt>
            <dd>
              <Recorded>{of.channel}</Recorded>
            </dd>
          </div>
        )}
        {of.withdrawals > 0 && (
          <div>
            <dt>{t('withdrawn')}</dt>
            <dd>{t('withdrawals', { count: of.withdrawals })}</dd>
          </div>
        )}
      </dl>
      <p className="next-steps">
        <ScreenLink to="/record" with={{ stream: of.stream }}>
          {t('record')}
        </ScreenLink>
      </p>
    </section>
  );
}

/** The posts that stand together; a case need not name any. */
function PostLinks({ part }: { part: CasePart }) {
  const { t } = useTranslation('cases');
  if (part.posts.length === 0) return t('noPost');
  return part.posts.map(({ id, title }) => (
    <div key={id}>
      <ScreenLink to={`/staffing/${id}`}>
        <Recorded>{title ?? id}</Recorded>
      </ScreenLink>
    </div>
  ));
}

/** Every stage possible, how long it has been in it, and how long that should take. */
function Stages({ part: { stages } }: { part: CasePart }) {
  const { t } = useTranslation('cases');
  const words = useVocabulary();
  const stageWord = (stage: string): string => words.stage(stage);
  return stages.map(({ stage, days, since, targetDays, overTarget, because }) => (
    <div key={stage} className="case-stage" data-uncertain={stages.length > 1}>
      <strong>{stages.length > 1 ? t('possibly', { stage: stageWord(stage) }) : stageWord(stage)}</strong>{' '}
      <WhyButton question={{ label: stageWord(stage), text: stageWord(stage), wording: null, because: [because] }} />
      <DaysBar days={days} most={mostOf([days], targetDays ?? undefined)} target={targetDays} />
      <div className="small-note">
        <When of={since} />
      </div>
      {targetDays !== null && <div className="small-note">{t('target', { count: targetDays })}</div>}
      <OverTarget over={overTarget} />
    </div>
  ));
}
