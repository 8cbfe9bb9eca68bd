import { LedgerAnswer, SlippageAnswer } from '@cadre/contract';
import { LEDGER_GROUPS, LEDGER_SORTS } from '@cadre/read-models';
import { asOf, flag, listOf, oneOfOr, someOf, text, wholeNumber } from './query-parameters.js';

const DAYS_DESCRIBED = 'What "due soon" means: the due window ends within so many days.';
const promiseFilters = {
  owner: text('Only those of this unit, by its id.'),
  subUnits: flag('With an owner: also those of the units below it.'),
  about: text('Only those about this stream, as in "block-additional".'),
  kind: text('Only those about this kind of thing first, as in "post" or "team".'),
  text: text('Only those whose wording or owner contains this.'),
};

/** The questions about promises and how they slip. */
export const promiseRoutes = [
  {
    path: 'promise-ledger',
    name: 'promise_ledger',
    summary: 'Promises with their first wording, every new date and why, what became of them, and how far they slipped',
    screen: 'promiseLedger',
    answer: LedgerAnswer,
    parameters: {
      ...asOf,
      ...promiseFilters,
      show: listOf(
        ['overdue', 'dueSoon', 'open', 'redated', 'met', 'missed', 'dropped'],
        'Only those that possibly are one of these, with commas between: overdue, dueSoon, open, redated, met, missed, dropped.',
      ),
      dueWithinDays: wholeNumber(DAYS_DESCRIBED, 36_500, 90),
      sort: oneOfOr(LEDGER_SORTS, 'due', 'In the order of this.'),
      descending: flag('The greatest first.'),
      group: someOf(LEDGER_GROUPS, 'Kept together by this.'),
      offset: wholeNumber('Leave out so many at the start.', 999_999, 0),
      limit: wholeNumber('Most promises to answer.', 500, 100),
    },
  },
  {
    path: 'promise-slippage',
    name: 'promise_slippage',
    summary: 'By how many days promises slipped, by owner, kind of promise or stage',
    screen: 'slippage',
    answer: SlippageAnswer,
    parameters: {
      ...asOf,
      ...promiseFilters,
      by: oneOfOr(['owner', 'kind', 'stage'], 'owner', 'Added up by this.'),
    },
  },
] as const;
