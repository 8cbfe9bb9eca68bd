import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../shell/answered';
import type { CommandForm } from './command-form';
import { COMMANDS } from './commands.generated';
import type { Thing } from './draft';
import { type MoveAnswer, useMoves } from './record.queries';
import { SaidByServer } from '../problems/said-by-server';

interface MoveChoiceProps {
  readonly thing: Thing;
  /** The day the moves are asked for; null is today. */
  readonly validOn: string | null;
  readonly chosen: string | null;
  /** What was chosen is in the log already, so that it is no wonder when it cannot be recorded again. */
  readonly isRecorded: boolean;
  readonly onChoose: (operation: string) => void;
}

interface Offered {
  readonly move: MoveAnswer;
  readonly form: CommandForm;
}

/** What can be recorded of a thing on a day: only what is legal is offered, and why the rest is not. */
export function MoveChoice({ thing, validOn, chosen, isRecorded, onChoose }: MoveChoiceProps) {
  const { t } = useTranslation('record');
  const query = useMoves(thing, validOn);
  return (
    <Answered query={query} what={t('moves.what')}>
      {({ moves }) => {
        const offered = moves.flatMap((move) => {
          const form = COMMANDS.find(({ group, step }) => group === move.group && step === move.step);
          return form ? [{ move, form }] : [];
        });
        return (
          <Moves
            legal={offered.filter(({ move }) => move.legal)}
            barred={offered.filter(({ move }) => !move.legal)}
            chosen={chosen}
            isRecorded={isRecorded}
            onChoose={onChoose}
          />
        );
      }}
    </Answered>
  );
}

interface MovesProps extends Pick<MoveChoiceProps, 'chosen' | 'isRecorded' | 'onChoose'> {
  readonly legal: readonly Offered[];
  readonly barred: readonly Offered[];
}

function Moves({ legal, barred, chosen, isRecorded, onChoose }: MovesProps) {
  const { t } = useTranslation('record');
  const name = useId();
  const barring = barred.find(({ form }) => form.operation === chosen)?.move.why;
  return (
    <>
      {barring && !isRecorded && (
        <p className="record-warnings" role="status">
          {t('moves.notThen')} <SaidByServer code={barring.code} sentence={barring.sentence} />
        </p>
      )}
      {legal.length === 0 && <p className="nothing">{t('moves.none')}</p>}
      <div className="record-moves" role="radiogroup" aria-label={t('moves.label')}>
        {legal.map(({ move, form: { operation } }) => (
          <label key={operation} className="record-move" data-chosen={operation === chosen}>
            <input
              type="radio"
              name={name}
              value={operation}
              checked={operation === chosen}
              onChange={() => onChoose(operation)}
            />
            <span>{t(`commands.${operation}`)}</span>
            {!move.certain && (
              <span className="tag" title={move.why?.sentence}>
                {t('moves.perhaps')}
              </span>
            )}
          </label>
        ))}
      </div>
      {barred.length > 0 && (
        <details className="record-barred">
          <summary>{t('moves.barred', { count: barred.length })}</summary>
          <dl>
            {barred.map(({ move: { why }, form: { operation } }) => (
              <div key={operation}>
                <dt>{t(`commands.${operation}`)}</dt>
                <dd>{why && <SaidByServer code={why.code} sentence={why.sentence} />}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
