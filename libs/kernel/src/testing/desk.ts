import { type Codec, Command, type Decider } from '../decider.js';
import { refuse } from '../refusal.js';

/** A desk that one person holds at a time: the smallest decider that shows every rule of the two clocks. */
export type DeskEvent =
  | { readonly type: 'DeskTaken'; readonly data: { readonly by: string } }
  | { readonly type: 'DeskMoved'; readonly data: { readonly floor: number } }
  | { readonly type: 'DeskLeft'; readonly data: object }
  | { readonly type: 'DeskRemoved'; readonly data: object };

export class TakeDesk extends Command<{ readonly by: string }> {
  readonly type = 'TakeDesk';
}
export class HandOverDesk extends Command<{ readonly to: string }> {
  readonly type = 'HandOverDesk';
}
export class RemoveDesk extends Command {
  readonly type = 'RemoveDesk';
}

/** Its holder, 'removed', or null while it stands empty. */
export type Desk = string | null;

export const taken = (by: string): DeskEvent => ({ type: 'DeskTaken', data: { by } });
export const moved = (floor = 2): DeskEvent => ({ type: 'DeskMoved', data: { floor } });
export const left: DeskEvent = { type: 'DeskLeft', data: {} };
export const removed: DeskEvent = { type: 'DeskRemoved', data: {} };

export const desk: Decider<Desk, TakeDesk | HandOverDesk | RemoveDesk, DeskEvent> = {
  category: 'desk',
  initial: null,
  natures: { DeskTaken: 'occurrence', DeskMoved: 'occurrence', DeskLeft: 'occurrence', DeskRemoved: 'decision' },
  decide(command, state) {
    switch (command.type) {
      case 'TakeDesk':
        if (state === 'removed') return refuse('DESK_REMOVED', 'It was taken away.');
        return state === command.data.by ? [] : [taken(command.data.by)];
      case 'HandOverDesk':
        if (state === null) return refuse('NOBODY_TO_RELIEVE', 'Nobody holds it.');
        return [left, taken(command.data.to)];
      case 'RemoveDesk':
        return state === 'removed' ? [] : [removed];
    }
  },
  permits(state, { event }) {
    if (state === 'removed') return refuse('DESK_REMOVED', 'It was taken away.');
    switch (event.type) {
      case 'DeskTaken':
      case 'DeskRemoved':
        return state === null ? null : refuse('DESK_TAKEN', `${state} holds it.`);
      case 'DeskMoved':
      case 'DeskLeft':
        return state === null ? refuse('DESK_EMPTY', 'Nobody holds it.') : null;
    }
  },
  evolve(state, { event }) {
    switch (event.type) {
      case 'DeskTaken':
        return event.data.by;
      case 'DeskMoved':
        return state;
      case 'DeskLeft':
        return null;
      case 'DeskRemoved':
        return 'removed';
    }
  },
  warn(_state, { event }) {
    return event.type === 'DeskTaken' && event.data.by === 'a stranger' ? [{ code: 'STRANGER', sentence: 'Who?' }] : [];
  },
};

/** Takes every shape as it is, but an event that says it is broken. */
export const deskCodec: Codec = {
  schemaVersion: () => 1,
  read: (type, _version, data) =>
    'broken' in (data as object)
      ? refuse('SHAPE', 'It does not fit.', { pointer: '/data/broken' })
      : { type, data: data as object },
};
