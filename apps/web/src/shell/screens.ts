import { type ComponentType, lazy } from 'react';

/** Whom a view is for first of all; everybody may open each. */
export type Audience = 'all' | 'managers' | 'officers' | 'auditors';

interface ScreenRow {
  /** Names its title in the words of the shell: `screens.<id>`. */
  readonly id: string;
  /** Its address; what lies beneath it belongs to it as well. */
  readonly path: string;
  readonly audience: Audience;
  readonly Screen: ComponentType;
}

type Load = () => Promise<{ readonly default: ComponentType }>;

const screen = (audience: Audience, id: string, load: Load, path = `/${id}`): ScreenRow => ({
  id,
  path,
  audience,
  Screen: lazy(load),
});

/** Every view there is, in the order of the menu. Each is fetched when first opened. */
export const SCREENS: readonly ScreenRow[] = [
  screen('all', 'home', () => import('../home/home'), '/'),
  screen('all', 'statement', () => import('../statement/statement')),
  screen('managers', 'timeline', () => import('../timeline/timeline')),
  screen('managers', 'posts', () => import('../establishment/establishment')),
  screen('managers', 'teams', () => import('../teams/teams')),
  screen('managers', 'commitments', () => import('../commitments/commitments')),
  screen('managers', 'organisation', () => import('../organisation/organisation')),
  screen('auditors', 'replay', () => import('../replay/replay')),
  screen('auditors', 'compare', () => import('../compare/compare')),
  screen('auditors', 'log', () => import('../log/log')),
  screen('auditors', 'exceptions', () => import('../exceptions/exceptions')),
  screen('auditors', 'explain', () => import('../explain/explain')),
  screen('officers', 'record', () => import('../record/record')),
  screen('officers', 'staffing', () => import('../staffing/staffing')),
  screen('officers', 'cases', () => import('../cases/cases')),
  screen('officers', 'people', () => import('../people/people')),
  screen('officers', 'corrections', () => import('../corrections/corrections')),
];
