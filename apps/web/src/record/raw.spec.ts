import type { Field } from './command-form';
import { COMMANDS } from './commands.generated';
import { missing, NO_WINDOW, saidContent, saidWindow } from './raw';

const fieldsOf = (operation: string): readonly Field[] => COMMANDS.find((it) => it.operation === operation)!.fields;

describe('what was typed becomes what is sent', () => {
  it('leaves out what was left blank', () =>
    expect(saidContent(fieldsOf('blocks_approve'), { count: ' 10-12 ', name: ' ', unitIds: ['', 'oma'] })).toEqual({
      count: '10-12',
      unitIds: ['oma'],
    }));

  it('says null where a blank means something of its own: a unit moves to the top of the organisation', () =>
    expect(saidContent(fieldsOf('units_transfer'), {})).toEqual({ toParentId: null }));

  it('takes groups and lists of groups as far as they were filled in', () =>
    expect(
      saidContent(fieldsOf('teams_plan'), {
        name: 'Darfur team',
        composition: [{ what: 'officers', count: '3' }, {}],
      }),
    ).toEqual({ name: 'Darfur team', composition: [{ what: 'officers', count: '3' }] }));

  it('sends a number as one, and what is none as it was typed', () => {
    expect(saidContent(fieldsOf('posts_fill'), { share: '50' })).toEqual({ share: 50 });
    expect(saidContent(fieldsOf('posts_fill'), { share: '50%' })).toEqual({ share: '50%' });
  });

  it('takes a number in the digits of the reader', () => {
    expect(saidContent(fieldsOf('blocks_approve'), { count: '١٥٢' })).toEqual({ count: '152' });
    expect(saidContent(fieldsOf('blocks_approve'), { count: '１０-１２' })).toEqual({ count: '10-12' });
    expect(saidContent(fieldsOf('posts_fill'), { share: '٥٠' })).toEqual({ share: 50 });
  });

  it('sends a date in the words it was typed in, a plain day as one, and open ends as null', () => {
    expect(saidWindow({ ...NO_WINDOW, phrase: ' end of October 2007 ' })).toEqual({ phrase: 'end of October 2007' });
    expect(saidWindow({ ...NO_WINDOW, phrase: '2007-10-31' })).toEqual({ on: '2007-10-31' });
    expect(saidWindow({ phrase: 'soon', earliest: '', latest: '2007-12-31', withEnds: true })).toEqual({
      phrase: 'soon',
      earliest: null,
      latest: '2007-12-31',
    });
    expect(saidWindow(NO_WINDOW)).toBeUndefined();
  });
});

describe('what must be said and was not', () => {
  it('is named where it is to be filled in', () => {
    expect(missing(fieldsOf('blocks_approve'), {})).toEqual(['/count', '/authority/kind']);
    expect(missing(fieldsOf('blocks_approve'), { count: '3', authority: { kind: 'memo' } })).toEqual([
      '/authority/reference',
    ]);
    expect(missing(fieldsOf('teams_plan'), { name: 'x', composition: [{}, { count: '3' }] })).toEqual([
      '/composition/0/what',
    ]);
  });

  it('is nothing where everything needed is there', () =>
    expect(missing(fieldsOf('posts_establish'), { title: 'Adviser', occupancy: 'vacant' })).toEqual([]));
});
