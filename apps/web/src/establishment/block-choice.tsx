import { useId } from 'react';
import type { BlockAnswer } from '../api/client';
import { type CountWords, useCountWords } from '../lineage/count-words';
import { words } from '../words';

interface BlockChoiceProps {
  readonly blocks: readonly BlockAnswer[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One block of posts is shown at a time. Native radio buttons: arrow keys move between blocks. */
export function BlockChoice({ blocks, chosen, onChoose }: BlockChoiceProps) {
  const name = useId();
  const countInWords = useCountWords();
  return (
    <fieldset className="choice">
      <legend>{words.posts.choose}</legend>
      {blocks.map((block) => (
        <label key={block.id}>
          <input type="radio" name={name} checked={block.id === chosen} onChange={() => onChoose(block.id)} />
          <span>{block.name}</span>
          <span className="choice-count">{sizeOf(block, countInWords)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function sizeOf({ approved, proposed }: BlockAnswer, countInWords: CountWords): string {
  return approved.notReported
    ? words.posts.sizeProposed(countInWords(proposed))
    : words.posts.sizeApproved(countInWords(approved));
}
