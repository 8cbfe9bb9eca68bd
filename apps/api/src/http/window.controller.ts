import { applyDecorators, Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { WindowAnswer } from '@cadre/contract';
import { type Clock } from '@cadre/kernel';
import { windowAnswer } from '@cadre/read-models';
import { CLOCK } from './clock.js';
import { questionProblems } from './problem-response.decorator.js';
import { type Parameter, readParameters } from './query-parameters.js';
import { accepted } from './refused.js';
import { readEffective } from './telling.js';

const MOST_CHARACTERS = 500; // as in a command

const asWritten = (description: string, example: string): Parameter => ({
  description,
  schema: { type: 'string', maxLength: MOST_CHARACTERS, example },
  form: `a text of at most ${MOST_CHARACTERS} characters`,
  read: (given) => (given === null ? null : given.length <= MOST_CHARACTERS ? given : undefined),
});

const parts: Readonly<Record<string, Parameter>> = {
  on: asWritten('Exactly that day.', '2007-10-31'),
  earliest: asWritten('First day possible; left out beside `latest` when it is open.', '2007-10-21'),
  latest: asWritten('Last day possible; left out beside `earliest` when it is open.', '2007-10-31'),
  phrase: asWritten('The wording of the source.', 'end of October 2007'),
  edtf: asWritten('The same in EDTF.', '2007-10-21/2007-10-31'),
};

const documented = applyDecorators(
  ...Object.entries(parts).map(([name, { description, schema }]) =>
    ApiQuery({ name, description, schema, required: false }),
  ),
  ...questionProblems,
);

/** Reads dates as a command would, so that a form can show what is meant while it is typed. Asks no tables. */
@ApiTags('questions')
@Controller('api/window')
export class WindowController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws Refused when a command with this window would be refused for it */
  @Get()
  @ApiOperation({ operationId: 'window', summary: 'The days a date in words means, read as a command would read it' })
  @ApiResponse({ status: 200, type: WindowAnswer })
  @documented
  show(@Query() query: Readonly<Record<string, unknown>>): WindowAnswer {
    const given = accepted(readParameters(parts, query, { clock: this.clock, gather: false }));
    const said = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== null));
    return windowAnswer(accepted(readEffective(said, '/query')));
  }
}
