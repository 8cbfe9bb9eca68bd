import { useTranslation } from 'react-i18next';
import { Count } from '../lineage/count';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Answered } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { pushUrlQuery } from '../shell/url';
import { type SlippageAnswer, type SlippageGroup, useSlippage } from './commitments.queries';
import { type LedgerView, SLIPPAGES } from './ledger-view';
import { SlipBar } from './slip-bar';
import { scaleOf } from './slip-scale';
import { useSlipWords } from './slip-words';
import { useToldInPart } from './told-in-part';

/** By how much promises slip, owner by owner, kind by kind or stage by stage: medians with what they are of. */
export function Slippage({ view }: { view: LedgerView }) {
  const { t } = useTranslation('commitments');
  return (
    <section className="panel slippage">
      <h2>{t('slippage.title')}</h2>
      <p className="muted">{t('slippage.hint')}</p>
      <div className="slippage-by" role="group" aria-label={t('slippage.by')}>
        {SLIPPAGES.map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={view.by === by}
            onClick={() => pushUrlQuery({ by: by === 'owner' ? null : by })}
          >
            {t(`groups.${by}`)}
          </button>
        ))}
      </div>
      <Answered query={useSlippage(view)} what={t('slippage.what')}>
        {(answer) => <Table answer={answer} />}
      </Answered>
    </section>
  );
}

const COLUMNS = ['group', 'promises', 'slipped', 'median', 'picture'] as const;

function Table({ answer }: { answer: SlippageAnswer }) {
  const { t } = useTranslation('commitments');
  const scale = scaleOf([answer.all, ...answer.groups].map(({ median }) => median));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('slippage.title')}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`slippage-${column}`}>
                {column === 'group' ? t(`groups.${answer.by}`) : t(`slippage.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.groups.map((group) => (
            <Row key={group.key ?? ''} group={group} answer={answer} scale={scale} />
          ))}
        </tbody>
        <tfoot>
          {answer.groupsInAll > answer.groups.length && (
            <tr>
              <td colSpan={COLUMNS.length}>
                {t('slippage.more', { count: answer.groupsInAll - answer.groups.length })}
              </td>
            </tr>
          )}
          <Row group={answer.all} answer={answer} scale={scale} isAll />
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly group: SlippageGroup;
  readonly answer: SlippageAnswer;
  readonly scale: ReturnType<typeof scaleOf>;
  readonly isAll?: boolean;
}

function Row({ group, answer: { by, fewest, mostTold }, scale, isAll = false }: RowProps) {
  const { t } = useTranslation('commitments');
  const told = useToldInPart(mostTold);
  const slip = useSlipWords();
  const label = useGroupName()(group, by, isAll);
  const { median, sample, promises, slipped } = group;
  const text =
    sample < fewest
      ? t('slippage.tooFew', { count: sample })
      : t('slippage.median', { days: slip(median), count: sample });
  return (
    <tr>
      <th scope="row">
        <Name group={group} by={by} label={label} isAll={isAll} />
      </th>
      <td>
        <Count of={told(promises)} label={t('slippage.promisesOf', { group: label })} />
      </td>
      <td>
        <Count of={told(slipped)} label={t('slippage.slippedOf', { group: label })} />
      </td>
      <td data-uncertain={median?.atLeast !== median?.atMost}>
        {text}{' '}
        {sample > 0 && (
          <WhyButton
            question={{
              label: t('slippage.medianOf', { group: label }),
              text,
              wording: told(promises).wording,
              because: promises.because,
            }}
          />
        )}
      </td>
      <td className="slippage-picture">{median && <SlipBar median={median} scale={scale} />}</td>
    </tr>
  );
}

function useGroupName() {
  const { t } = useTranslation('commitments');
  return ({ key, name }: SlippageGroup, by: SlippageAnswer['by'], isAll: boolean): string => {
    if (isAll) return t('slippage.all');
    switch (by) {
      case 'owner':
        return name ?? key ?? t('noOwner');
      case 'kind':
        return key === null ? t('noKind') : t(`kinds.${key}`);
      case 'stage':
        return t(`stages.${key ?? 'uncertain'}`);
    }
  };
}

interface NameProps extends Pick<RowProps, 'group' | 'isAll'> {
  readonly by: SlippageAnswer['by'];
  readonly label: string;
}

/** The group's name; of an owner or kind, the way to its promises. */
function Name({ group: { key }, by, label, isAll }: NameProps) {
  if (isAll || key === null || by === 'stage') return <Recorded>{label}</Recorded>;
  return (
    <ScreenLink to="/commitments" with={{ [by]: key, by }}>
      <Recorded>{label}</Recorded>
    </ScreenLink>
  );
}
