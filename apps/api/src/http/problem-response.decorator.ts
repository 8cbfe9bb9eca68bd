import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem } from '@cadre/contract';

const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };

/** How a command can fail. */
export const commandProblems: readonly MethodDecorator[] = [
  ApiResponse({
    status: '4XX',
    description:
      '400: the body is not readable JSON. 409: the business said no; the code names the rule. 413: the body is too ' +
      'large. 415: it is not JSON in UTF-8. 422: a field cannot be read; the pointer names it.',
    content,
  }),
  ApiResponse({ status: '5XX', description: '503: the log cannot be reached; send the same command again.', content }),
];

/** How a question can fail. */
export const questionProblems: readonly MethodDecorator[] = [
  ApiResponse({ status: '4XX', description: '422: a parameter cannot be read; the pointer names it.', content }),
  ApiResponse({ status: '5XX', description: '503: the tables cannot answer yet; ask again in a moment.', content }),
];
