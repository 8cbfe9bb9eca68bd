import type { BlockAnswer, EstablishmentAnswer } from '../api/client';
import { useEstablishment } from '../api/queries';
import { Count } from '../lineage/count';
import { Answered } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { words } from '../words';
import { Block } from './block';
import { BlockChoice } from './block-choice';
import './establishment.css';

export default function Establishment() {
  return (
    <Answered query={useEstablishment()} what={words.posts.what}>
      {(answer) =>
        answer.blocks.length === 0 ? (
          <FirstSteps category="block">{words.posts.empty}</FirstSteps>
        ) : (
          <Answer answer={answer} />
        )
      }
    </Answered>
  );
}

function Answer({ answer }: { answer: EstablishmentAnswer }) {
  const wanted = useUrlQuery().get('block');
  const chosen = answer.blocks.find((it) => it.id === wanted) ?? mostApproved(answer);
  return (
    <div className="posts">
      <div>
        <BlockChoice blocks={answer.blocks} chosen={chosen?.id} onChoose={(id) => pushUrlQuery({ block: id })} />
        <Groups answer={answer} />
      </div>
      {chosen && <Block block={chosen} />}
    </div>
  );
}

/** Blocks are added up within a group only; two groups never. */
function Groups({ answer }: { answer: EstablishmentAnswer }) {
  if (answer.groups.length === 0) return null;
  return (
    <div className="groups">
      <dl>
        {answer.groups.map(({ group, approved }) => (
          <div key={group}>
            <dt>{words.posts.groupApproved(group)}</dt>
            <dd>
              <Count of={approved} label={words.posts.groupApproved(group)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{words.posts.groupsApart}</p>
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
