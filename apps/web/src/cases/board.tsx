import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { CaseCard } from './case-card';
import { columnsOf, neighbourOf } from './board-columns';
import type { CaseAnswer } from './cases.queries';

const MOVES: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Cases in columns by stage. Arrow keys lead from card to card, Enter opens one. */
export function Board({ cases }: { cases: readonly CaseAnswer[] }) {
  const { t } = useTranslation('cases');
  const { dir } = useLanguage();
  const columns = columnsOf(cases);
  const board = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const keys = columns.flatMap((column) => column.cards.map((card) => card.key));
  const reachable = current !== null && keys.includes(current) ? current : keys[0];
  const move = (event: KeyboardEvent, key: string): void => {
    const way = MOVES[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const isOn = (way === 'right') === (dir === 'ltr');
    const to = neighbourOf(columns, key, way === 'up' || way === 'down' ? way : isOn ? 'on' : 'back');
    if (to === null) return;
    setCurrent(to);
    board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(to)}"] a`)?.focus();
  };
  return (
    <>
      <p className="small-note board-keys">{t('keys')}</p>
      <div className="board" ref={board} role="group" aria-label={t('board')}>
        {columns.map(({ stage, cards, surely }) => (
          <section key={stage} className="board-column" aria-labelledby={`stage-${stage.replaceAll(' ', '-')}`}>
            <StageHead stage={stage} surely={surely} possibly={cards.length} />
            <ul>
              {cards.map((card) => (
                <li key={card.key} data-card={card.key} onKeyDown={(event) => move(event, card.key)}>
                  <CaseCard card={card} isReachable={card.key === reachable} onFocus={() => setCurrent(card.key)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function StageHead({ stage, surely, possibly }: { stage: string; surely: number; possibly: number }) {
  const { t } = useTranslation('cases');
  const { number } = useLanguage();
  const words = useVocabulary();
  const count = surely === possibly ? number(surely) : t('range', { least: number(surely), most: number(possibly) });
  return (
    <h2 id={`stage-${stage.replaceAll(' ', '-')}`}>
      {words.stage(stage)} <span className="board-count">{count}</span>
    </h2>
  );
}
