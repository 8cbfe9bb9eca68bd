import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockAnswer } from '../api/client';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { Answered, Nothing } from '../shell/answered';
import { ScrollTable } from '../shell/scroll-table';
import { pushUrlQuery } from '../shell/url';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { type BreakdownAnswer, type BreakdownPart, PARTINGS, useBreakdown, useParting } from './establishment.queries';

/** What the posts are made of: by grade, unit or origin; what no source breaks down is one line. */
export function Breakdown({ block }: { block: BlockAnswer }) {
  const { t } = useTranslation('establishment');
  const id = useId();
  return (
    <section className="panel breakdown" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{t('breakdown.title')}</h2>
        <PartingChoice />
      </div>
      <Answered query={useBreakdown(block.id)} what={t('breakdown.what')}>
        {(answer) => <Parts answer={answer} />}
      </Answered>
    </section>
  );
}

function PartingChoice() {
  const { t } = useTranslation('establishment');
  const chosen = useParting();
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="hidden">{t('breakdown.by.title')}</legend>
      {PARTINGS.map((by) => (
        <label key={by}>
          <input type="radio" name={name} checked={by === chosen} onChange={() => pushUrlQuery({ by })} />
          <span>{t(`breakdown.by.${by}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Parts({ answer }: { answer: BreakdownAnswer }) {
  const { t } = useTranslation('establishment');
  const { by, of, whole, parts, rest } = answer;
  if (whole.notReported && parts.length === 0) return <Nothing>{t('breakdown.nothing')}</Nothing>;
  const most = whole.atMost ?? whole.atLeast ?? 0;
  return (
    <ScrollTable
      label={t(`breakdown.tables.${by}`)}
      columns={[t(`breakdown.columns.${by}`), t('breakdown.columns.posts'), t('breakdown.columns.onDuty')]}
    >
      <tbody>
        {parts.map((part) => (
          <PartRow key={part.key} part={part} most={most} />
        ))}
        {rest.atMost !== 0 && (
          <tr className="breakdown-rest">
            <th scope="row">
              {t('breakdown.rest')} <span className="breakdown-note">{t(`breakdown.hints.${by}`)}</span>
            </th>
            <td>
              <Bar count={rest.atMost} most={most} silent />
              <Count of={rest} label={t('breakdown.rest')} />
            </td>
            <td />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{of === 'approved' ? t('breakdown.approved') : t('breakdown.proposed')}</th>
          <td>
            <Count of={whole} label={of === 'approved' ? t('breakdown.approved') : t('breakdown.proposed')} />
          </td>
          <td />
        </tr>
      </tfoot>
    </ScrollTable>
  );
}

function PartRow({ part, most }: { part: BreakdownPart; most: number }) {
  const { t } = useTranslation('establishment');
  const vocabulary = useVocabulary();
  const { name, authorityKind, posts, onDuty } = part;
  return (
    <tr>
      <th scope="row">
        <Recorded>{name}</Recorded>
        {authorityKind && <span className="breakdown-note">{vocabulary.value('authority_kind', authorityKind)}</span>}
      </th>
      <td>
        <Bar count={posts.atMost} most={most} />
        <Count of={posts} label={t('breakdown.postsOf', { part: name })} />
      </td>
      <td>
        <Count of={onDuty} label={t('breakdown.onDutyOf', { part: name })} />
      </td>
    </tr>
  );
}

/** How much of the whole a part is, for the eye; the number beside it says it. */
function Bar({ count, most, silent = false }: { count: number | null; most: number; silent?: boolean }) {
  if (count === null || most === 0) return null;
  return (
    <span className="breakdown-bar" data-silent={silent} aria-hidden="true">
      <span style={{ inlineSize: `${(100 * count) / most}%` }} />
    </span>
  );
}
