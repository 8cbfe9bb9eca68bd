import { RecordEvents } from '@cadre/kernel';
import { type Fact, given as givenFacts, telling, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import {
  confirm,
  encumbered,
  erase,
  erased,
  released,
  releaseFromPost,
  releaseReservation,
  reservationReleased,
  reserve,
  reserved,
} from './person.builders.js';
import { type PersonEvent } from './person.events.js';
import { person, type PersonCommand } from './person.js';

const given = (...facts: readonly Fact<PersonEvent>[]) => givenFacts(person, codec, ...facts);
const elsewhere = { postId: 'police-adviser' };

describe('Reserving a person', () => {
  it('a free person is reserved', () => given().when(reserve()).then(reserved()));

  it('one person does not hold two posts full-time', async () => {
    const refusal = await given(encumbered(elsewhere)).when(reserve()).thenRefused('PERSON_HOLDS_ANOTHER_POST');
    expect(refusal.sentence).toContain('police-adviser (100%)');
  });

  it('an entry from a file is held to the same rule', () =>
    given(encumbered(elsewhere))
      .when(new RecordEvents('pat', { events: [encumbered()] }, telling()))
      .thenRefused('PERSON_HOLDS_ANOTHER_POST'));

  it('a reservation elsewhere takes up time as well', () =>
    given(reserved(elsewhere)).when(reserve()).thenRefused('PERSON_HOLDS_ANOTHER_POST'));

  it('two halves make a whole', () =>
    given(encumbered({ ...elsewhere, share: 50 }))
      .when(reserve({ share: 50 }))
      .then(reserved({ share: 50 })));

  it('two halves and a little are too much', () =>
    given(encumbered({ ...elsewhere, share: 50 }))
      .when(reserve({ share: 51 }))
      .thenRefused('PERSON_HOLDS_ANOTHER_POST'));

  it('a person is reserved for a post once', () =>
    given(reserved({ share: 10 }))
      .when(reserve({ share: 10 }))
      .thenRefused('ALREADY_RESERVED'));

  it('a person is not reserved for a post already held', () =>
    given(encumbered({ share: 10 }))
      .when(reserve({ share: 10 }))
      .thenRefused('POST_ALREADY_HELD'));

  it('a person who left is free again', () =>
    given(told(encumbered(elsewhere), { on: '2007-07-01' }), told(released(elsewhere), { on: '2007-09-30' }))
      .when(reserve({}, { on: '2007-10-01' }))
      .then(reserved()));

  it('a filling of long ago counts for the days it was told for', () =>
    given(told(encumbered(elsewhere), { on: '2007-07-01' }), told(released(elsewhere), { on: '2007-09-30' }))
      .when(reserve({}, { on: '2007-08-01' }))
      .thenRefused('PERSON_HOLDS_ANOTHER_POST'));

  it('a reservation for a day before a later engagement contradicts it', () =>
    given(told(encumbered(elsewhere), { on: '2007-10-01' }))
      .when(reserve({}, { on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT'));

  it('a reservation tells of a filling that happened', () =>
    given()
      .when(reserve({}, { on: '2008-02-01' }))
      .thenRefused('OCCURRENCE_IN_FUTURE'));
});

describe('Releasing a reservation', () => {
  it('a reservation is released', () => given(reserved()).when(releaseReservation()).then(reservationReleased()));

  it('a reservation released in its own window takes up no time afterwards', () =>
    given(told(reserved(), { on: '2007-09-01' }), told(reservationReleased(), { on: '2007-09-01' }))
      .when(reserve(elsewhere, { on: '2007-10-01' }))
      .then(reserved(elsewhere)));

  it('there must be one', () => given().when(releaseReservation()).thenRefused('NOT_RESERVED'));

  it('a confirmed reservation is none any more', () =>
    given(reserved(), encumbered()).when(releaseReservation()).thenRefused('NOT_RESERVED'));
});

describe('Holding a post', () => {
  it('a reservation is confirmed', () => given(reserved()).when(confirm()).then(encumbered()));

  it('a reservation for the same post is not counted beside it', async () => {
    const states = await given(reserved()).when(confirm()).state('2008-01-15');
    expect(states).toEqual([{ reserved: [], held: [{ postId: 'chief-of-staff', share: 100 }], isErased: false }]);
  });

  it('a filling counts although its reservation was released meanwhile', () =>
    given(reserved(), reservationReleased()).when(confirm()).then(encumbered()));

  it('a filling counts although nobody was reserved', () => given().when(confirm()).then(encumbered()));

  it('a filling without reservation needs time left for it', () =>
    given(encumbered(elsewhere)).when(confirm()).thenRefused('PERSON_HOLDS_ANOTHER_POST'));

  it('a post is held once', () =>
    given(encumbered({ share: 10 }))
      .when(confirm({ share: 10 }))
      .thenRefused('POST_ALREADY_HELD'));

  it('a post is left', () => given(encumbered()).when(releaseFromPost()).then(released()));

  it('a post not held is not left', () => given(reserved()).when(releaseFromPost()).thenRefused('POST_NOT_HELD'));
});

describe('Erasing a person', () => {
  it('a person is erased', () => given(encumbered()).when(erase()).then(erased()));

  it.each<[string, PersonCommand]>([
    ['reserved', reserve()],
    ['set free from a reservation', releaseReservation()],
    ['put into a post', confirm()],
    ['erased again', erase()],
  ])('an erased person is not %s', (_, command) =>
    given(reserved(), erased()).when(command).thenRefused('PERSON_ERASED'),
  );

  it('an erased person still leaves a post', () =>
    given(encumbered(), erased()).when(releaseFromPost()).then(released()));

  it('an erasure told undated bars what is told of earlier days as well', () =>
    given(told(erased(), { undated: true }))
      .when(reserve({}, { on: '2007-07-01' }))
      .thenRefused('PERSON_ERASED'));
});
