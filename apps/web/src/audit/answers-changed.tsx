import { useTranslation } from 'react-i18next';
import type { ComparedAnswer } from '../api/client';
import { Count } from '../lineage/count';
import { Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { ScrollTable } from '../shell/scroll-table';
import { addressOfAnswer, keyOf, useAnswerName } from './answer-name';

interface AnswersChangedProps {
  readonly answers: readonly ComparedAnswer[];
  /** Said of the numbers before and after, as in "Known on 31 December 2007". */
  readonly before: string;
  readonly after: string;
}

/** The large numbers that are others than before, each with its why for both. */
export function AnswersChanged({ answers, before, after }: AnswersChangedProps) {
  const { t } = useTranslation('audit');
  const nameOf = useAnswerName();
  const changed = answers.filter((it) => it.changed);
  if (changed.length === 0) return <Nothing>{t('answers.none')}</Nothing>;
  return (
    <ScrollTable label={t('answers.title')} columns={[t('answers.what'), before, after]}>
      <tbody>
        {changed.map((it) => (
          <tr key={keyOf(it)}>
            <th scope="row">
              <ScreenLink to="/explain" with={addressOfAnswer(it)}>
                {nameOf(it)}
              </ScreenLink>
            </th>
            <td>
              <Count of={it.before} label={nameOf(it)} />
            </td>
            <td>
              <Count of={it.after} label={nameOf(it)} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
