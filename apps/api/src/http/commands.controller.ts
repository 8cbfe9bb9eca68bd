import { Body, Controller, HttpCode, Inject, Param, Post, Query, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiExtraModels, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Accepted, type Answer, CorrectStream, onlyTried } from '@cadre/application';
import { CorrectionsRequest, ID, Problem, Receipt, STREAM } from '@cadre/contract';
import { type Clock, type Command, isRefusal, partsOf, refuse, type Refusal } from '@cadre/kernel';
import { type Response } from 'express';
import { CLOCK } from './clock.js';
import { type CommandRoute } from './command-route.js';
import { commandRoutes } from './command-routes.js';
import { addMethod } from './add-method.decorator.js';
import { exampleOf } from './example-request.js';
import { commandProblems } from './problem-response.decorator.js';
import { PREVIEWS, type Previews } from './previews.js';
import { readTaking, taking } from './query-parameters.js';
import { accepted, Refused } from './refused.js';
import { readRequest } from './read-request.js';
import { readTelling } from './telling.js';

type Given = Readonly<Record<string, unknown>>;

/** What every controller of commands can do; its ways in come from the table. */
class CommandsController {
  constructor(
    readonly commands: CommandBus,
    readonly clock: Clock,
    readonly previews: Previews,
  ) {}

  /** Sends a command and answers 201 when it was recorded, 200 when it had been before or is only tried. */
  async send(command: Command, query: Given, response: Response): Promise<Receipt> {
    const { dryRun, preview, validOn } = accepted(readTaking(query, this.clock));
    if (preview) {
      const previewed = sentOrRefused(await this.previews.of(command, validOn));
      response.status(200);
      return receiptOf(previewed.answer, { preview: previewed.preview });
    }
    const answer: Answer = await this.commands.execute(dryRun ? onlyTried(command) : command);
    const receipt = receiptOf(sentOrRefused(answer));
    response.status(dryRun || receipt.repeated ? 200 : 201);
    return receipt;
  }
}

/** One controller for each kind of thing, and one for corrections, made from the table of commands. */
export function commandControllers(): readonly Type[] {
  const groups = new Set(commandRoutes.map(({ group }) => group));
  return [...[...groups].map(controllerOf), correctionsController()];
}

function controllerOf(group: string): Type {
  const controller = newController(group);
  for (const route of commandRoutes.filter((it) => it.group === group)) addRoute(controller, route);
  return controller;
}

function addRoute(controller: Type, route: CommandRoute): void {
  const { group, step, summary, request, command, example } = route;
  async function take(this: CommandsController, id: string, query: Given, body: unknown, response: Response) {
    if (!ID.test(id)) throw new Refused(refuse('ID_NOT_READABLE', ID_FORM, { pointer: '/path/id' }));
    const given = accepted(await readRequest(request, body));
    return this.send(accepted(route.read(id, given)), query, response);
  }
  addMethod(controller, command.name, take, {
    method: [
      Post(`:id/${step}`),
      ApiOperation({ operationId: `${group}_${step.replaceAll(/\W/g, '_')}`, summary }),
      ApiParam({ name: 'id', description: 'Id of the thing.', schema: { type: 'string', pattern: ID.source } }),
      ...bodyAndAnswers(request, exampleOf(example)),
    ],
    parameters: [Param('id'), Query(), Body(), Res({ passthrough: true })],
  });
}

function correctionsController(): Type {
  const controller = newController('streams');
  async function correct(this: CommandsController, stream: string, query: Given, body: unknown, response: Response) {
    if (!STREAM.test(stream))
      throw new Refused(refuse('STREAM_NOT_READABLE', STREAM_FORM, { pointer: '/path/stream' }));
    const given = accepted(await readRequest(CorrectionsRequest, body));
    const { category, id } = partsOf(stream);
    return this.send(new CorrectStream(category, id, accepted(readTelling(given))), query, response);
  }
  addMethod(controller, 'correct', correct, {
    method: [
      Post(':stream/corrections'),
      ApiOperation({
        operationId: 'streams_corrections',
        summary: 'Take entries back and tell them anew, with a reason',
      }),
      ApiParam({ name: 'stream', description: STREAM_FORM, schema: { type: 'string', pattern: STREAM.source } }),
      ...bodyAndAnswers(CorrectionsRequest, exampleOf(EXAMPLE_CORRECTION)),
    ],
    parameters: [Param('stream'), Query(), Body(), Res({ passthrough: true })],
  });
  return controller;
}

function newController(group: string): Type {
  class GroupController extends CommandsController {}
  Object.defineProperty(GroupController, 'name', {
    value: `${group.charAt(0).toUpperCase()}${group.slice(1)}Controller`,
  });
  Inject(CommandBus)(GroupController, undefined, 0);
  Inject(CLOCK)(GroupController, undefined, 1);
  Inject(PREVIEWS)(GroupController, undefined, 2);
  ApiTags(group)(GroupController);
  ApiExtraModels(Problem)(GroupController);
  Controller(`api/${group}`)(GroupController);
  return GroupController;
}

function bodyAndAnswers(request: Type, example: object): readonly MethodDecorator[] {
  return [
    HttpCode(201),
    ...Object.entries(taking).map(([name, { description, schema }]) =>
      ApiQuery({ name, required: false, description, schema }),
    ),
    ApiBody({ type: request, examples: { example: { value: example } } }),
    ApiResponse({ status: 201, type: Receipt, description: 'Recorded.' }),
    ApiResponse({ status: 200, type: Receipt, description: 'Recorded before by the same command, or only tried.' }),
    ...commandProblems,
  ];
}

/** The answer, unless it is a refusal. @throws Refused */
const sentOrRefused = <T>(answer: T | Refusal): T => accepted(isRefusal(answer) ? asSent(answer) : answer);

function receiptOf(answer: Accepted, more: Pick<Receipt, 'preview'> = {}): Receipt {
  const { eventIds, types: _types, warnings, ...outcome } = answer;
  return { ...outcome, eventIds: [...eventIds], warnings: warnings.map((warning) => ({ ...warning })), ...more };
}

/** The event of a command carries its fields, so what is wrong in the event is wrong in the field of the same name. */
const asSent = <R extends { readonly pointer: string | null }>(refusal: R): R => ({
  ...refusal,
  pointer: refusal.pointer?.replace(/^\/data(?=\/|$)/, '') ?? null,
});

const ID_FORM = 'An id is 1 to 100 lower-case letters, digits and dashes.';
const STREAM_FORM = 'A stream is its kind, a dash and an id, as in post-military-adviser.';
const EXAMPLE_CORRECTION = {
  corrections: [{ eventId: '00000000-0000-8000-8000-000000000000', reason: 'Entered for the wrong post.' }],
};
