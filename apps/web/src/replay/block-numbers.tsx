import { useTranslation } from 'react-i18next';
import type { ComparedAnswer } from '../api/client';
import { useAnswerName } from '../audit/answer-name';
import { Count } from '../lineage/count';
import { useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';

/** Blocks shown; those in which something has just changed come first. */
const MOST = 20;

/** How far the posts of each block have come, with what has just changed set apart. */
export function BlockNumbers({ answers }: { answers: readonly ComparedAnswer[] }) {
  const { t } = useTranslation('replay');
  const blocks = byBlock(answers);
  if (blocks.length === 0) return null;
  const shown = blocks.toSorted((a, b) => Number(hasChanged(b)) - Number(hasChanged(a))).slice(0, MOST);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('blocks.title')}>
      <table className="block-numbers">
        <caption className="hidden">{t('blocks.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('blocks.block')}</th>
            {shown[0]!.map(({ name }) => (
              <th key={name} scope="col">
                {t(`stages.${name.replace('block.', '')}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((block) => (
            <tr key={block[0]!.stream}>
              <th scope="row">
                <Recorded>{block[0]!.subject ?? ''}</Recorded>
              </th>
              {block.map((it) => (
                <Cell key={it.name} answer={it} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {blocks.length > MOST && <p className="muted">{t('blocks.more', { number: blocks.length - MOST })}</p>}
    </div>
  );
}

function Cell({ answer }: { answer: ComparedAnswer }) {
  const { t } = useTranslation('replay');
  const nameOf = useAnswerName();
  const inWords = useCountWords();
  return (
    <td data-changed={answer.changed}>
      <Count of={answer.after} label={nameOf(answer)} />
      {answer.changed && <div className="numbers-was">{t('was', { number: inWords(answer.before) })}</div>}
    </td>
  );
}

const hasChanged = (block: readonly ComparedAnswer[]): boolean => block.some((it) => it.changed);

/** The numbers of each block, in the order of the stages. */
function byBlock(answers: readonly ComparedAnswer[]): readonly (readonly ComparedAnswer[])[] {
  const blocks = new Map<string, ComparedAnswer[]>();
  for (const answer of answers) {
    if (answer.stream !== null) blocks.set(answer.stream, [...(blocks.get(answer.stream) ?? []), answer]);
  }
  return [...blocks.values()];
}
