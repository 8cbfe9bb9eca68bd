import { Controller, Get, Inject, Param, Query, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Problem } from '@cadre/contract';
import { type Clock } from '@cadre/kernel';
import { Ask } from './ask.handler.js';
import { CLOCK } from './clock.js';
import { addMethod } from './add-method.decorator.js';
import { questionProblems } from './problem-response.decorator.js';
import { readParameters } from './query-parameters.js';
import { readRoutes, type ReadRoute } from './read-routes.js';
import { accepted } from './refused.js';

type Given = Readonly<Record<string, unknown>>;

@ApiTags('questions')
@ApiExtraModels(Problem)
@Controller('api')
class ReadsController {
  constructor(
    readonly queries: QueryBus,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}
}

/** The controller of all questions, made from their table. */
export function readsController(): Type {
  for (const route of readRoutes) addRoute(route);
  return ReadsController;
}

function addRoute(route: ReadRoute): void {
  const { path, name, summary, screen, answer, parameters, fixed, isTable } = route;
  async function ask(this: ReadsController, params: Given, query: Given): Promise<object> {
    const given = { ...query, ...params };
    const read = () => {
      const said = accepted(readParameters(parameters, given, { clock: this.clock, gather: isTable }));
      return { ...fixed, ...said } as Given & { after: number | null };
    };
    const question = () => {
      const { after: _after, within, filters, ...rest } = read();
      const gathered = { ...(filters as object), ...(within === true ? { within: 'true' } : {}) };
      return (isTable ? { ...rest, filters: gathered } : rest) as never;
    };
    return this.queries.execute(new Ask(screen, question, read().after));
  }
  addMethod(ReadsController, name, ask, {
    method: [
      Get(path.replace(/\{(\w+)\}/g, ':$1')),
      ApiOperation({ operationId: name, summary }),
      ApiResponse({ status: 200, type: answer }),
      ...questionProblems,
      ...Object.entries(parameters).map(([key, { description, schema, required = false }]) =>
        path.includes(`{${key}}`)
          ? ApiParam({ name: key, description, schema })
          : ApiQuery({ name: key, description, schema, required }),
      ),
      ...(isTable ? [columnFilters] : []),
    ],
    parameters: [Param(), Query()],
  });
}

/** Any column of the table = any of the values, with commas between. */
const columnFilters = ApiQuery({
  name: 'filters',
  required: false,
  description: 'Column = value or values with commas between, as in grade=P-4,P-5; one parameter for each column.',
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  style: 'form',
  explode: true,
});
