import {
  CompareAnswer,
  DiffAnswer,
  EntriesAnswer,
  EntryAnswer,
  ExceptionsAnswer,
  MomentsAnswer,
} from '@cadre/contract';
import { asOf, flag, list, matching, moment, someDay, someMoment, text, wholeNumber } from './query-parameters.js';

const { validOn, knownAt, after } = asOf;
const EVENT_ID = /^[\w.:-]{1,100}$/;

/** Goes through long answers. */
export const paging = {
  offset: wholeNumber('Leave out so many of the first ones, to page on.', 999_999_999, 0),
  limit: wholeNumber('Most to show.', 200, 50),
};

/** What auditors ask: the log itself, what to look at first, and one date beside another. */
export const auditRoutes = [
  {
    path: 'entries',
    name: 'entries',
    summary: 'Entries of the log',
    screen: 'entries',
    answer: EntriesAnswer,
    parameters: {
      knownAt,
      after,
      stream: text('Only of this stream.'),
      category: text('Only of this kind of stream, as in unit.'),
      types: list('Only events of these types, as in OrgUnitEstablished,OrgUnitRenamed.'),
      on: someDay('Only what was told for exactly that day.'),
      document: text('Only what rests on this document.'),
      paragraph: text('Only what rests on this paragraph, as in 26; one of those cited is enough.'),
      fact: text('Only what tells this fact of the source material, as in T07.'),
      actor: text('Only what this actor recorded.'),
      recordedFrom: someDay('Only what was recorded on that day or later.'),
      recordedTo: someDay('Only what was recorded by the end of that day.'),
      knownAfter: someMoment('Only what became known after that moment.'),
      standing: flag('Only what counts: neither retractions nor what they took back.'),
      learned: flag('Only new facts: neither retractions nor what is told in the place of something.'),
      afterPosition: wholeNumber('Only entries after this log position, to page on.', 999_999_999_999_999, 0),
      offset: paging.offset,
      limit: wholeNumber('Most entries to answer.', 1_000, 200),
      newest: flag('The last ones in the log first.'),
    },
  },
  {
    path: 'entries/{eventId}',
    name: 'entry',
    summary: 'One entry exactly as the log keeps it, with its hashes',
    screen: 'entry',
    answer: EntryAnswer,
    parameters: { eventId: matching(EVENT_ID, 'An event id, as an answer gives it'), knownAt, after },
  },
  {
    path: 'exceptions',
    name: 'exceptions',
    summary:
      'What an auditor looks at first: back-dated, corrected, contradictory, overdue, self-approved and the like',
    screen: 'exceptions',
    answer: ExceptionsAnswer,
    parameters: {
      ...asOf,
      kinds: list('Only of these kinds, as in back-dated,correction.'),
      stream: text('Only about this stream.'),
      unit: text('Only about the unit of this id: itself, its posts, teams, blocks and promises.'),
      within: flag('With a unit: take in its sub-units.'),
      live: flag('Leave out what was carried over from documents.'),
      backDatedDays: wholeNumber('Recorded more than so many days after it became true is back-dated.', 36_500, 90),
      knownAfter: someMoment('Only entries that became known after that moment.'),
      ...paging,
    },
  },
  {
    path: 'moments',
    name: 'moments',
    summary: 'The days on which answers change, and the moments at which anything became known',
    screen: 'moments',
    answer: MomentsAnswer,
    parameters: {
      knownAt,
      after,
      from: someDay('Only days from that one on.'),
      to: someDay('Only days up to that one.'),
      most: wholeNumber('Most marks of a kind; where there would be more they are taken together.', 5_000, 500),
    },
  },
  {
    path: 'compare',
    name: 'compare',
    summary: 'Two pairs of dates side by side: which numbers and which things changed',
    screen: 'compare',
    answer: CompareAnswer,
    parameters: {
      after,
      validA: { ...validOn, description: 'The one day; today when left out.' },
      knownA: { ...knownAt, description: 'The one known moment; now when left out.' },
      validB: { ...validOn, description: 'The other day; today when left out.' },
      knownB: { ...knownAt, description: 'The other known moment; now when left out.' },
      tables: list('Show only changes in these tables.'),
      ...paging,
    },
  },
  {
    path: 'diff',
    name: 'diff',
    summary: 'What the answers for one day were at two moments, where they differ',
    screen: 'diff',
    answer: DiffAnswer,
    parameters: { validOn, after, knownA: moment('The one moment.'), knownB: moment('The other moment.') },
  },
] as const;
