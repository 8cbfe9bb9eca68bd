import { useTranslation } from 'react-i18next';
import { isUncertain, useCountWords } from '../lineage/count-words';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { StaffingAnswer } from './staffing.queries';
import { type PostState, useStaffingView } from './view';

/** How many posts are in each state, and a switch to show only those. */
export function StateChoice({ states }: { states: StaffingAnswer['states'] }) {
  const { t } = useTranslation('staffing');
  const { view, choose } = useStaffingView();
  const toggle = (state: PostState): void => {
    const others = view.states.filter((it) => it !== state);
    choose({ states: others.length < view.states.length ? others : [...others, state] });
  };
  const worthShowing = states.filter(({ state, count }) => (count.atMost ?? 1) > 0 || view.states.includes(state));
  return (
    <fieldset className="state-choice">
      <legend>{t('filters.states')}</legend>
      {worthShowing.map((it) => (
        <StateSwitch key={it.state} {...it} chosen={view.states.includes(it.state)} toggle={() => toggle(it.state)} />
      ))}
    </fieldset>
  );
}

interface StateSwitchProps {
  readonly state: PostState;
  readonly count: StaffingAnswer['states'][number]['count'];
  readonly chosen: boolean;
  readonly toggle: () => void;
}

function StateSwitch({ state, count, chosen, toggle }: StateSwitchProps) {
  const countInWords = useCountWords();
  const words = useVocabulary();
  return (
    <label data-chosen={chosen}>
      <input type="checkbox" checked={chosen} onChange={toggle} />
      <span className="post-state" data-mark={state}>
        {words.state(state, 'posts')}
      </span>
      <span className="state-count" data-uncertain={isUncertain(count)}>
        {countInWords(count)}
      </span>
    </label>
  );
}
