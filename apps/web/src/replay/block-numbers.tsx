import { useTranslation } from 'react-i18next';
import type { ComparedAnswer } from '../api/client';
import { useAnswerName } from '../audit/answer-name';
import { Count } from '../lineage/count';
import { useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';
import { ScrollTable } from '../shell/scroll-table';

/** Blocks shown; those in which something has just changed come first. */
const MOST = 20;

/** How far the posts of each block have come, with what has just changed set apart. */
export function BlockNumbers({ answers }: { answers: readonly ComparedAnswer[] }) {
  const { t } = useTranslation('replay');
  const blocks = byBlock(answers);
  if (blocks.length === 0) return null;
  const shown = blocks.toSorted((a, b) => Number(hasChanged(b)) - Number(hasChanged(a))).slice(0, MOST);
  return (
    <>
      <ScrollTable
        label={t('blocks.title')}
        className="block-numbers"
        columns={[t('blocks.block'), ...shown[0]!.map(({ name }) => t(`stages.${name.replace('block.', '')}`))]}
      >
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
      </ScrollTable>
      {blocks.length > MOST && <p className="muted">{t('blocks.more', { number: blocks.length - MOST })}</p>}
    </>
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
