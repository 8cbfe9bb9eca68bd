import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem } from '@cadre/contract';

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The body is not readable JSON.',
  404: 'There is nothing at this address.',
  409: 'The business said no; the code names the rule.',
  413: 'The body is too large.',
  415: 'The body is not JSON in UTF-8.',
  422: 'Something given cannot be read; the pointer names the field.',
  503: 'The log or the tables cannot answer now; try again.',
};

/** Documents a way a request can fail. */
export const problemResponse = (status: number): MethodDecorator & ClassDecorator =>
  ApiResponse({
    status,
    description: MEANINGS[status],
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  });
