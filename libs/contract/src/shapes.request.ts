import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, registerDecorator } from 'class-validator';

/** The decision that allows something. A recommendation is none. */
export class AuthorityRequest {
  @IsIn(['resolution', 'decision', 'budget document', 'memo', 'recommendation'])
  kind: 'resolution' | 'decision' | 'budget document' | 'memo' | 'recommendation';

  /** How the decision is cited, as in "A/RES/61/279". */
  @IsString()
  @Length(0, 500)
  reference: string;
}

/** The two ends of a count: `atLeast` is sure, `atMost` possible or null where the source sets no upper end. */
export interface CountEnds {
  atLeast: number;
  atMost: number | null;
}

/** A number of whole things as people give it: two ends, one whole number, or a text such as "10-12" or "at least 77". */
export type CountGiven = CountEnds | number | string;

const WHOLE = { type: 'integer', minimum: 0, maximum: 1_000_000_000 } as const;
const COUNT_SCHEMA = [
  {
    type: 'object',
    properties: { atLeast: WHOLE, atMost: { ...WHOLE, nullable: true } },
    required: ['atLeast', 'atMost'],
    additionalProperties: false,
  },
  WHOLE,
  { type: 'string', minLength: 1, maxLength: 50, example: '10-12' },
];

/**
 * Checks the form of a count and documents it; what it says (a percentage, a blank, a reversed range) is judged where
 * it is read. `required` false lets it be left out or null: not reported.
 */
export function Count({ required = true } = {}): PropertyDecorator {
  return (target, property) => {
    ApiProperty({ required, oneOf: COUNT_SCHEMA, nullable: !required })(target, property);
    registerDecorator({
      name: 'isCount',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value) => isCount(value),
        defaultMessage: () =>
          `${String(property)} must be a whole number, {atLeast, atMost}, or a text such as "10-12"`,
      },
    });
  };
}

function isCount(value: unknown): value is CountGiven {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value === 'string') return value.length <= 50;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { atLeast, atMost, ...more } = value as Partial<CountEnds>;
  return (
    Number.isSafeInteger(atLeast) && (atMost === null || Number.isSafeInteger(atMost)) && !Object.keys(more).length
  );
}

/** A number of like things under one heading, as in 25 professional posts. */
export class CountOfRequest {
  @IsString()
  @Length(1, 200)
  what: string;

  @Count()
  count: CountGiven;
}
