import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToldInPart } from '../commitments/told-in-part';
import { Count } from '../lineage/count';
import { History } from '../lineage/history';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Answered, Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { pushUrlQuery } from '../shell/url';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { nameOf } from './forest';
import {
  type OrganisationUnit,
  type RelatedUnit,
  type UnitAnswer,
  type UnitChange,
  useUnit,
} from './organisation.queries';
import { AllOf, useStandingWords } from './standing-words';
import { Tags } from './tags';

/** One unit: where it belongs, what stands in it, what came before and after it, and all that was ever recorded of it. */
export function UnitPanel({ unitId, changes }: { unitId: string; changes: readonly UnitChange[] }) {
  const { t } = useTranslation('organisation');
  return (
    <aside className="org-unit" aria-label={t('unit.label')}>
      <button type="button" className="link org-unit-close" onClick={() => pushUrlQuery({ unit: null })}>
        {t('unit.close')}
      </button>
      <Answered query={useUnit(unitId)} what={t('unit.what')}>
        {(answer) =>
          answer.unit === null || answer.unit === undefined ? (
            <Nothing>{t('unit.unknown')}</Nothing>
          ) : (
            <Unit answer={answer} unit={answer.unit} changes={changes} />
          )
        }
      </Answered>
    </aside>
  );
}

interface UnitProps {
  readonly answer: UnitAnswer;
  readonly unit: OrganisationUnit;
  readonly changes: readonly UnitChange[];
}

function Unit({ answer, unit, changes }: UnitProps) {
  const { t } = useTranslation('organisation');
  const name = nameOf(unit);
  const standing = useStandingWords()(unit.statuses, unit.mayBeAbsent);
  return (
    <>
      <h2>
        <Recorded>{name}</Recorded>
      </h2>
      <p>
        <Tags unit={unit} changes={changes} />
      </p>
      <dl className="org-facts">
        <Fact label={t('unit.standing')}>
          {standing} <WhyButton question={{ label: name, text: standing, wording: null, because: answer.because }} />
        </Fact>
        {unit.kind && (
          <Fact label={t('unit.kind')}>
            <Recorded>{unit.kind}</Recorded>
          </Fact>
        )}
        {unit.place && (
          <Fact label={t('unit.place')}>
            <Recorded>{unit.place}</Recorded>
          </Fact>
        )}
        <Fact label={t('unit.parents')}>
          {answer.parents.length === 0 ? t('top') : <Related units={answer.parents} />}
        </Fact>
        {unit.formerNames.length > 0 && (
          <Fact label={t('unit.formerNames')}>
            <AllOf names={unit.formerNames} />
          </Fact>
        )}
        {answer.predecessors.length > 0 && (
          <Fact label={t('unit.predecessors')}>
            <Related units={answer.predecessors} />
          </Fact>
        )}
        {answer.absorbedCapacities.length > 0 && (
          <Fact label={t('unit.absorbed')}>
            <AllOf names={answer.absorbedCapacities} />
          </Fact>
        )}
        {answer.successors.length > 0 && (
          <Fact label={t('unit.successors')}>
            <Related units={answer.successors} />
          </Fact>
        )}
      </dl>
      <Staffing answer={answer} name={name} />
      <SeniorPosts posts={answer.seniorPosts} />
      <p>
        <ScreenLink to="/commitments" with={{ owner: unit.id }}>
          {t('unit.promises')}
        </ScreenLink>
      </p>
      <Recording stream={unit.stream} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Other units by name; each can be gone to. */
function Related({ units }: { units: readonly RelatedUnit[] }) {
  return (
    <ul className="org-related">
      {units.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className="link" onClick={() => pushUrlQuery({ unit: id })}>
            <Recorded>{name ?? id}</Recorded>
          </button>
        </li>
      ))}
    </ul>
  );
}

const NUMBERS = ['posts', 'filled', 'vacant', 'notReported', 'teams'] as const;

function Staffing({ answer: { own, within, mostTold }, name }: { answer: UnitAnswer; name: string }) {
  const told = useToldInPart(mostTold);
  const { t } = useTranslation('organisation');
  return (
    <table className="org-staffing">
      <caption>{t('staffing.title')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('staffing.own')}</th>
          <th scope="col">{t('staffing.within')}</th>
        </tr>
      </thead>
      <tbody>
        {NUMBERS.map((number) => (
          <tr key={number}>
            <th scope="row">{t(`staffing.numbers.${number}`)}</th>
            <td>
              <Count
                of={told(own[number])}
                label={t('staffing.ownOf', { what: t(`staffing.numbers.${number}`), name })}
              />
            </td>
            <td>
              <Count
                of={told(within[number])}
                label={t('staffing.withinOf', { what: t(`staffing.numbers.${number}`), name })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SeniorPosts({ posts }: { posts: UnitAnswer['seniorPosts'] }) {
  const { t } = useTranslation('organisation');
  const vocabulary = useVocabulary();
  if (posts.length === 0) return null;
  return (
    <>
      <h3>{t('unit.senior')}</h3>
      <ul className="org-senior">
        {posts.map(({ id, title, grade, occupancies, acting, because }) => {
          const held = occupancies.map((it) => vocabulary.state(it, 'posts')).join(` ${t('or')} `);
          const text = acting ? t('unit.acting', { held }) : held;
          return (
            <li key={id}>
              <Recorded>{[title ?? id, grade].filter(Boolean).join(', ')}</Recorded>: {text}{' '}
              <WhyButton question={{ label: title ?? id, text, wording: null, because }} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Recording({ stream }: { stream: string }) {
  const { t } = useTranslation('organisation');
  const [isShown, setShown] = useState(false);
  return (
    <>
      <button type="button" className="link" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? t('unit.hideHistory') : t('unit.showHistory')}
      </button>
      {isShown && <History stream={stream} of="" />}
    </>
  );
}
