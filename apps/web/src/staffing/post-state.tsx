import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { Vocabulary } from '../vocabulary/vocabulary';
import type { StaffingRow } from './staffing.queries';

type StateAnswer = StaffingRow['states'][number];

/** Everything a post may be, in words, with a mark before it. */
export function PostStates({ states }: { states: StaffingRow['states'] }) {
  const words = useStateWords();
  const isUncertain = states.length > 1;
  return (
    <span className="post-state" data-mark={markOf(states)} data-uncertain={isUncertain}>
      {words(states)}
    </span>
  );
}

/** Words what a post may be, as in "filled or vacant". */
export function useStateWords(): (states: StaffingRow['states']) => string {
  const { t } = useTranslation('staffing');
  const vocabulary = useVocabulary();
  return (states) =>
    eitherOf(
      states.map((state) => stateInWords(state, t, vocabulary)),
      t,
    );
}

function stateInWords({ standing, occupancy }: StateAnswer, t: TFunction<'staffing'>, words: Vocabulary): string {
  switch (standing) {
    case 'not there':
      return t('states.notThere');
    case 'live':
      return words.state(occupancy ?? '', 'posts');
    case 'frozen':
      return t('states.frozen', {
        standing: words.state(standing, 'posts'),
        occupancy: words.state(occupancy ?? '', 'posts'),
      });
    case 'lapsed':
    case 'abolished':
      return words.state(standing, 'posts');
  }
}

/** "a or b or c". */
export function eitherOf(words: readonly string[], t: TFunction<'staffing'>): string {
  return words.reduce((one, other) => t('either', { one, other }));
}

/** Which mark stands before the words: that of the only state, or one that says it is open. */
function markOf(states: StaffingRow['states']): string {
  const [only, ...others] = states;
  if (!only || others.length > 0) return 'open';
  return only.standing === 'live' ? (only.occupancy ?? 'open') : only.standing;
}
