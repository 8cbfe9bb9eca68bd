import type { KeyboardEvent } from 'react';
import { pressed } from './keys';
import type { View } from './view';

const VIEW: View = { from: 0, to: 100 };

function press(key: string, { isRtl = false, place = 5, ctrlKey = false } = {}) {
  const done: { place?: number; view?: View; opened?: true } = {};
  const isHandled = pressed({ key, ctrlKey } as KeyboardEvent, {
    ...{ place, rows: 20, isRtl },
    goTo: (it) => (done.place = it),
    change: (next) => (done.view = next(VIEW)),
    open: () => (done.opened = true),
  });
  return { ...done, isHandled };
}

describe('the keyboard on the timeline', () => {
  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['Home', 0],
    ['End', 19],
  ])('goes with %s to row %i', (key, place) => expect(press(key)).toEqual({ place, isHandled: true }));

  it('stays within the rows, and begins with the first', () => {
    expect([press('ArrowDown', { place: 19 }).place, press('PageUp').place]).toEqual([19, 0]);
    expect(press('ArrowDown', { place: -1 }).place).toBe(0);
  });

  it('moves through time the way the arrows point, also where time runs to the left', () => {
    expect(press('ArrowRight').view!.from).toBe(15);
    expect(press('ArrowRight', { isRtl: true }).view!.from).toBe(-15);
  });

  it('zooms with plus and minus, and asks why with Enter', () => {
    expect([press('+').view, press('-').view]).toEqual([
      { from: 25, to: 75 },
      { from: -50, to: 150 },
    ]);
    expect(press('Enter').opened).toBe(true);
  });

  it('leaves other keys, and those of the browser, alone', () => {
    expect(press('a')).toEqual({ isHandled: false });
    expect(press('-', { ctrlKey: true })).toEqual({ isHandled: false });
    expect(press('toString')).toEqual({ isHandled: false });
  });
});
