import { asUnavailable } from './failure.js';

describe('what people read when the server cannot be reached', () => {
  it.each([
    [
      '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:2113. Resolution note: ',
      'the log cannot be reached: connection refused',
    ],
    [
      '14 UNAVAILABLE: Name resolution failed for target dns:db.example:2113. Resolution note: ',
      'the log cannot be reached: its name is not known',
    ],
    ['14 UNAVAILABLE: Connection dropped', 'the log cannot be reached: Connection dropped'],
  ])('%s is cut to what a person can use', (told, sentence) => {
    expect((asUnavailable(new Error(told)) as Error).message).toBe(sentence);
  });
});
