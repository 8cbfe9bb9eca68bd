import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockAnswer, EstablishmentAnswer } from '../api/client';
import { useEstablishment } from '../api/queries';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { Answered } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { Block } from './block';
import { BlockChoice } from './block-choice';
import { Breakdown } from './breakdown';
import './establishment.css';

/** The picture over time brings a large library along: the numbers do not wait for it. */
const BurnUp = lazy(() => import('./burn-up'));

/** The posts: blocks decided together, how far each has come, over time and by what they are made of. */
export default function Establishment() {
  const { t } = useTranslation('establishment');
  return (
    <Answered query={useEstablishment()} what={t('what')}>
      {(answer) =>
        answer.blocks.length === 0 ? <FirstSteps category="block">{t('empty')}</FirstSteps> : <Answer answer={answer} />
      }
    </Answered>
  );
}

function Answer({ answer }: { answer: EstablishmentAnswer }) {
  const wanted = useUrlQuery().get('block');
  const chosen = answer.blocks.find((it) => it.id === wanted) ?? mostApproved(answer);
  return (
    <div className="posts">
      <div className="panel posts-choice">
        <BlockChoice blocks={answer.blocks} chosen={chosen?.id} onChoose={(id) => pushUrlQuery({ block: id })} />
        <Groups answer={answer} />
      </div>
      {chosen && (
        <div>
          <Block block={chosen} />
          <Suspense>
            <BurnUp block={chosen} validOn={answer.asOf.validOn} />
          </Suspense>
          <Breakdown block={chosen} />
        </div>
      )}
    </div>
  );
}

/** Blocks are added up within a group only; two groups never. */
function Groups({ answer }: { answer: EstablishmentAnswer }) {
  const { t } = useTranslation('establishment');
  if (answer.groups.length === 0) return null;
  return (
    <div className="groups">
      <p className="groups-title">{t('groups.title')}</p>
      <dl>
        {answer.groups.map(({ group, approved }) => (
          <div key={group}>
            <dt>
              <Recorded>{group}</Recorded>
            </dt>
            <dd>
              <Count of={approved} label={t('groups.approved', { group })} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('groups.apart')}</p>
    </div>
  );
}

/** The largest block that is approved, which is what most people come for; else the first. */
function mostApproved({ blocks }: EstablishmentAnswer) {
  const approved = blocks.filter((it) => it.statuses.some((status) => APPROVED.has(status)));
  return approved.toSorted((a, b) => mostOf(b) - mostOf(a))[0] ?? blocks[0];
}

const APPROVED = new Set(['approved', 'partly approved']);

function mostOf({ approved: { atLeast, atMost } }: BlockAnswer): number {
  return atMost ?? atLeast ?? 0;
}
