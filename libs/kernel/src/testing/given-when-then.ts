import assert from 'node:assert/strict';
import { type Codec, Command, type Decider, RecordEvents } from '../decider.js';
import { type Environment } from '../deciding.js';
import { type DomainEvent, streamOf } from '../entry.js';
import { isRefusal, type Refusal } from '../refusal.js';
import { type Outcome, readTyped, run } from '../run.js';
import { possibleStates } from '../time/as-of.js';
import { type CivilDate, type Instant } from '../time/civil-date.js';
import { fixedClock, TEST_NOW } from './fixed-clock.js';
import { MemoryLog } from './memory-log.js';
import { type Fact, telling, told } from './told.js';

/** Tests of a decider, in its own words; every accepted command is sent twice and the repeat must add nothing. */
export interface Given<State, C extends Command, E extends DomainEvent> {
  /** Moves the clock: facts without a recording time of their own and the command are recorded then. */
  at(now: Instant): Given<State, C, E>;
  when(command: C | RecordEvents): When<State, E>;
  /** The states the stream can be in on a day, as known now; more than one means the dates leave it open. */
  state(validOn: CivilDate): Promise<readonly State[]>;
}

export interface When<State, E extends DomainEvent> {
  /** Accepted, with exactly these events in this order (corrections appear as EntryRetracted and its retelling). */
  then(...events: readonly (E | DomainEvent)[]): Promise<Outcome>;
  /** Refused with this code; resolves to the refusal, for its pointer and details. */
  thenRefused(code: string): Promise<Refusal>;
  /** Accepted, with this warning and perhaps others. */
  thenWarned(code: string): Promise<Outcome>;
  /** The states the stream can be in on a day, once the command was accepted. */
  state(validOn: CivilDate): Promise<readonly State[]>;
}

/**
 * `given(post, postCodec, approved(), told(filled({ by: 'pat' }), { on: '2007-10-01' })).when(fill({ by: 'kim' })).thenRefused('POST_ALREADY_FILLED')`
 *
 * Facts are recorded one by one through the real `run()` on the stream of the command, so an illegal given fails the test.
 * A bare event became true on FACT_DAY (2007-07-01); commands made with `telling()` speak of today (2008-01-15). The nth
 * fact has the event id `factId(n)`. Always return or await what `then…` gives: it is a promise.
 */
export function given<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  codec: Codec,
  ...facts: readonly Fact<E>[]
): Given<State, C, E> {
  return givenAt(decider, codec, facts, TEST_NOW);
}

function givenAt<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  codec: Codec,
  facts: readonly Fact<E>[],
  now: Instant,
): Given<State, C, E> {
  const statesOf = async (environment: Environment, id: string, validOn: CivilDate): Promise<readonly State[]> => {
    const entries = await readTyped<E>(environment, streamOf(decider.category, id));
    return possibleStates(decider, entries, { validOn, knownAt: now });
  };
  return {
    at: (later) => givenAt(decider, codec, facts, later),
    state: async (validOn) => statesOf(await recorded(decider, codec, facts, now, 'given'), 'given', validOn),
    when: (command) => {
      const sent = send(decider, codec, facts, now, command);
      sent.catch(() => undefined); // every `then…` below awaits it again and hears of the failure
      return {
        then: async (...events) => {
          const [, reject] = events as unknown[];
          if (typeof reject === 'function') reject(new Error('await given().when().then(...), not given().when()'));
          const { outcome, added } = accepted(await sent);
          assert.deepStrictEqual(added, plain(events));
          return outcome;
        },
        thenRefused: async (code) => {
          const { answer } = await sent;
          assert.ok(isRefusal(answer), `expected the refusal ${code}, but the command was accepted`);
          assert.equal(answer.code, code, `expected ${code}, got ${answer.code}: ${answer.sentence}`);
          return answer;
        },
        thenWarned: async (code) => {
          const { outcome } = accepted(await sent);
          const codes = outcome.warnings.map((warning) => warning.code);
          assert.ok(codes.includes(code), `expected the warning ${code}, got ${codes.join(', ') || 'none'}`);
          return outcome;
        },
        state: async (validOn) => {
          const { environment } = accepted(await sent);
          return statesOf(environment, command.id, validOn);
        },
      };
    },
  };
}

interface Sent {
  readonly environment: Environment;
  readonly answer: Outcome | Refusal;
  readonly added: readonly DomainEvent[];
}

/** Records the facts, sends the command, and sends it again. */
async function send<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  codec: Codec,
  facts: readonly Fact<E>[],
  now: Instant,
  command: C | RecordEvents,
): Promise<Sent> {
  const environment = await recorded(decider, codec, facts, now, command.id);
  const before = environment.log.entries.length;
  const answer = await run(environment, decider, command);
  const added = environment.log.entries.slice(before).map((entry) => entry.event);
  if (isRefusal(answer)) {
    assert.deepStrictEqual(added, [], 'a refused command must add nothing');
    return { environment, answer, added };
  }
  const again = await run(environment, decider, command);
  assert.ok(!isRefusal(again), 'the repeated command must be answered like the first, not refused');
  assert.equal(environment.log.entries.length, before + added.length, 'the repeated command must add nothing');
  assert.deepStrictEqual({ ...again, repeated: false }, answer, 'the repeated command must be answered like the first');
  assert.ok(again.repeated && !answer.repeated, 'only the repeat is a repeat');
  return { environment, answer, added };
}

async function recorded<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  codec: Codec,
  facts: readonly Fact<E>[],
  now: Instant,
  id: string,
): Promise<Environment & { readonly log: MemoryLog }> {
  const clock = fixedClock(now);
  const environment = { log: new MemoryLog(), clock, codec };
  for (const [i, fact] of facts.entries()) {
    const tale = fact instanceof Command || 'effective' in fact ? fact : told(fact);
    clock.moveTo((tale instanceof Command ? null : tale.recordedAt) ?? now);
    const answer = await run(environment, decider, tale instanceof Command ? tale : asCommand(tale, id, i + 1));
    if (isRefusal(answer)) throw new Error(`given fact ${i + 1} cannot stand: ${answer.code}: ${answer.sentence}`);
  }
  clock.moveTo(now);
  return environment;
}

function asCommand(fact: ReturnType<typeof told>, id: string, n: number): RecordEvents {
  const { effective, precedes } = fact;
  return new RecordEvents(id, { events: [fact.event] }, telling({ commandId: `fact-${n}`, effective, precedes }));
}

function accepted(sent: Sent): Sent & { readonly outcome: Outcome } {
  const { answer } = sent;
  if (isRefusal(answer)) assert.fail(`refused with ${answer.code}: ${answer.sentence}`);
  return { ...sent, outcome: answer };
}

const plain = (events: readonly unknown[]): unknown => JSON.parse(JSON.stringify(events));
