import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Nothing } from '../shell/answered';
import { ScrollTable } from '../shell/scroll-table';
import { pushUrlQuery } from '../shell/url';
import type { RelatedUnit, UnitChange, UnitsChangesAnswer } from './organisation.queries';
import { AllOf, useStandingWords } from './standing-words';
import { ChangeTag } from './tags';

const COLUMNS = ['unit', 'what', 'before', 'after', 'why'] as const;

/** What changed between two days, unit by unit; what the dates merely leave open stands apart. */
export function Changes({ answer }: { answer: UnitsChangesAnswer }) {
  const { t } = useTranslation('organisation');
  const { day, moment } = useLanguage();
  const changed = answer.changes.filter(({ certainty }) => certainty !== 'not excluded');
  const open = answer.changes.filter(({ certainty }) => certainty === 'not excluded');
  const isSameKnowledge = answer.knownFrom === answer.knownAt;
  return (
    <>
      <h2>{t('changes.title', { from: day(answer.from), to: day(answer.to) })}</h2>
      {!isSameKnowledge && (
        <p className="muted">
          {t('changes.known', { from: moment(answer.knownFrom.slice(0, 10)), to: moment(answer.knownAt.slice(0, 10)) })}
        </p>
      )}
      {changed.length === 0 ? <Nothing>{t('changes.none')}</Nothing> : <Table changes={changed} />}
      {open.length > 0 && (
        <details className="org-open">
          <summary>{t('changes.open', { count: open.length })}</summary>
          <p className="muted">{t('changes.openHint')}</p>
          <Table changes={open} />
        </details>
      )}
    </>
  );
}

function Table({ changes }: { changes: readonly UnitChange[] }) {
  const { t } = useTranslation('organisation');
  return (
    <ScrollTable
      label={t('changes.table', { count: changes.length })}
      className="org-changes"
      columns={COLUMNS.map((column) => t(`changes.columns.${column}`))}
    >
      <tbody>
        {changes.map((change) => (
          <Row key={`${change.unitId} ${change.what} ${change.because[0]?.eventId}`} change={change} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Row({ change }: { change: UnitChange }) {
  const { t } = useTranslation('organisation');
  const { what, certainty, before, after, unitId, because } = change;
  const name = after.names.at(-1) ?? before.names.at(-1) ?? unitId;
  const [was, is] = [useSide(change, 'before'), useSide(change, 'after')];
  return (
    <tr data-what={what} data-certainty={certainty}>
      <th scope="row">
        <button type="button" className="link" onClick={() => pushUrlQuery({ unit: unitId })}>
          <Recorded>{name}</Recorded>
        </button>
      </th>
      <td>
        <ChangeTag what={what} certainty={certainty} />
      </td>
      <td>{was}</td>
      <td>{is}</td>
      <td>
        <WhyButton question={{ label: name, text: t(`changes.words.${what}`), wording: null, because }} />
      </td>
    </tr>
  );
}

/** What of a unit changed, as it was or as it is: its name, its place, its parent, its standing, or the units it had to do with. */
function useSide({ what, before, after, others }: UnitChange, side: 'before' | 'after') {
  const { t } = useTranslation('organisation');
  const of = side === 'before' ? before : after;
  switch (what) {
    case 'renamed':
      return <AnyOf names={of.names} />;
    case 'moved':
      return of.parents.length === 0 ? t('top') : <AnyOf names={namesOf(of.parents)} />;
    case 'relocated':
      return <AnyOf names={of.places} />;
    case 'merged':
    case 'split':
      return side === 'after' ? <AllOf names={namesOf(others)} /> : null;
    case 'abolished':
      return (
        <>
          <Standing of={of} />
          {side === 'after' && others.length > 0 && (
            <div>
              {t('changes.carriedOn')} <AllOf names={namesOf(others)} />
            </div>
          )}
        </>
      );
    case 'established':
    case 'planned':
    case 'unrecorded':
      return (
        <>
          <Standing of={of} />
          {side === 'after' && of.parents.length > 0 && (
            <div>
              {t('changes.under')} <AnyOf names={namesOf(of.parents)} />
            </div>
          )}
        </>
      );
  }
}

const namesOf = (units: readonly RelatedUnit[]): readonly string[] => units.map(({ id, name }) => name ?? id);

/** Every standing that is possible, that it is not there among them. */
function Standing({ of: { statuses, mayBeAbsent } }: { of: UnitChange['before'] }) {
  return <>{useStandingWords()(statuses, mayBeAbsent)}</>;
}

/** One name, or each that is possible. */
function AnyOf({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('organisation');
  return names.map((name, i) => (
    <span key={name}>
      {i > 0 && ` ${t('or')} `}
      <Recorded>{name}</Recorded>
    </span>
  ));
}
