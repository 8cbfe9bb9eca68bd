import type { ClaimsAnswer } from '@cadre/contract';
import { narrativeAnswer } from '../narrative/narrative.query.js';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { claimsAnswer } from './claims.query.js';

const dates = { validOn: '2007-12-31', knownAt: '2008-01-01T00:00:00.000Z' };
const figure = (value: number): object => ({ what: 'staff to move', value, unit: 'people', qualifier: 'about' });

function claim(document: string, paragraph: string, id: string, more: object = {}): Saying {
  const statement = {
    statementId: id,
    category: 'plan',
    text: 'Staff will move.',
    about: [],
    topic: 'moving',
    figures: [],
  };
  const source = { kind: 'document', document, paragraph } as const;
  const stream = `source-${document.toLowerCase()}`;
  return say(stream, 'StatementRecorded', { ...statement, ...more }, '2007-06-01', { more: { source } });
}

async function topicsOf(...sayings: readonly Saying[]): Promise<ClaimsAnswer['topics']> {
  return (await claimsAnswer(await tablesWith(entriesOf(sayings)), dates)).topics;
}

describe('claims', () => {
  it('stand side by side where sources give other figures', async () => {
    const topics = await topicsOf(
      claim('Gazette', '1', 's1', { figures: [figure(40)] }),
      claim('Plan', '1', 's1', { figures: [figure(25)] }),
    );
    expect(topics).toMatchObject([{ topic: 'moving', disagree: true }]);
    expect(topics[0]!.statements.map(({ stream }) => stream)).toEqual(['source-gazette', 'source-plan']);
  });

  it('may agree, and are of one source only when paragraph and document are the same', async () => {
    expect(await topicsOf(claim('Plan', '1', 's1'), claim('Gazette', '1', 's1'))).toMatchObject([{ disagree: false }]);
    expect(await topicsOf(claim('Plan', '1', 's1'), claim('Plan', '1', 's2', { text: 'Or not.' }))).toEqual([]);
    expect(await topicsOf(claim('Plan', '1', 's1'), claim('Plan', '2', 's2', { text: 'Or not.' }))).toMatchObject([
      { disagree: true },
    ]);
    expect(await topicsOf(claim('Plan', '1', 's1', { topic: null }), claim('Plan', '2', 's2'))).toEqual([]);
  });

  it('that disagree are told as such in the narrative', async () => {
    const said = [
      claim('Gazette', '1', 's1', { figures: [figure(40)] }),
      claim('Plan', '7', 's1', { figures: [figure(25)] }),
    ];
    const { sentences } = await narrativeAnswer(await tablesWith(entriesOf(said)), dates);
    expect(sentences.map(({ sentence, because }) => [sentence, because.length])).toEqual([
      [
        'Sources disagree on moving: Gazette, paragraph 1; Plan, paragraph 7 (staff to move: about 40 people or about 25 people).',
        2,
      ],
    ]);
  });
});
