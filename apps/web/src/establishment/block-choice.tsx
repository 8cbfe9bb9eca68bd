import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockAnswer } from '../api/client';
import { useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';

interface BlockChoiceProps {
  readonly blocks: readonly BlockAnswer[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One block of posts is shown at a time. Native radio buttons: arrow keys move between blocks. */
export function BlockChoice({ blocks, chosen, onChoose }: BlockChoiceProps) {
  const { t } = useTranslation('establishment');
  const inWords = useCountWords();
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{t('choice.title')}</legend>
      {blocks.map(({ id, name: blockName, approved, proposed }) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <Recorded>{blockName}</Recorded>
          </span>
          <span className="choice-count">
            {approved.notReported
              ? t('choice.proposed', { number: inWords(proposed) })
              : t('choice.approved', { number: inWords(approved) })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
