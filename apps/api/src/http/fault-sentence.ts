import { ID, STREAM } from '@cadre/contract';
import { getMetadataStorage, type ValidationError } from 'class-validator';

/** A rule of a field as the validator keeps it. */
interface Rule {
  readonly name?: string;
  readonly constraints?: readonly unknown[];
  /** True when it is said of every member of a list. */
  readonly each?: boolean;
}

/** What the patterns of fields ask for, in words. */
export const FORMS: ReadonlyMap<string, string> = new Map([
  [ID.source, 'an id is 1 to 100 lower-case letters, digits and dashes, and does not begin with a dash'],
  [/^[\w.:-]{8,100}$/.source, 'a command id is 8 to 100 letters, digits, dots, colons, dashes or underscores'],
  [STREAM.source, 'a stream is its kind, a dash and an id, as in post-military-adviser'],
  ['^[a-z][a-z -]{0,59}$', 'write up to 60 lower-case letters, spaces and dashes'],
]);

/** In this order the first rule broken is told: what a field is comes before how long it is. */
const ORDER = [
  ...['whitelistValidation', 'isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'isIn'],
  ...['nestedValidation', 'isCount', 'matches', 'arrayMinSize', 'arrayMaxSize', 'isLength', 'min', 'max'],
];

/** One sentence on what is wrong with a field itself, without its full stop; null when only its members are at fault. */
export function faultSentence(error: ValidationError): string | null {
  const broken = Object.keys(error.constraints ?? {}).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const [first] = broken;
  if (first === undefined) return null;
  const { property, value } = error;
  const name = /^\d+$/.test(property) ? `number ${Number(property) + 1} of the list` : property.slice(0, 50);
  if (first === 'whitelistValidation') return `there is no field "${name}" here`;
  if (value === undefined) return `${name} is missing`;
  if (value === null) return `${name} cannot be null here`;
  const { constraints = [], each = false } = ruleOf(error, first);
  const subject = each && Array.isArray(value) ? `every one of ${name}` : name;
  return ruleSentence(subject, first, constraints, error.constraints![first]!);
}

function ruleSentence(name: string, rule: string, constraints: readonly unknown[], sentence: string): string {
  const [bound, most] = constraints as readonly [unknown, unknown];
  switch (rule) {
    case 'isString':
      return `${name} must be text`;
    case 'isInt':
      return `${name} must be a whole number`;
    case 'isNumber':
      return `${name} must be a number`;
    case 'isBoolean':
      return `${name} must be true or false`;
    case 'isArray':
      return `${name} must be a list`;
    case 'isObject':
    case 'nestedValidation':
      return `${name} must be an object with fields of its own`;
    case 'isCount':
      return `${name} must be a whole number, two ends (atLeast and atMost), or a text such as "10-12"`;
    case 'isIn':
      return `${name} must be one of: ${(bound as readonly unknown[]).join(', ')}`;
    case 'matches':
      return `${name} cannot be read: ${FORMS.get((bound as RegExp).source) ?? sentence}`;
    case 'arrayMinSize':
      return `${name} must name at least ${String(bound)}`;
    case 'arrayMaxSize':
      return `${name} must name no more than ${String(bound)}`;
    case 'isLength':
      return `${name} must be ${bound === most ? String(bound) : `${String(bound)} to ${String(most)}`} characters long`;
    case 'min':
      return `${name} must be ${String(bound)} or more`;
    case 'max':
      return `${name} must be ${String(bound)} or less`;
    default:
      return sentence;
  }
}

function ruleOf({ target, property }: ValidationError, rule: string): Rule {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target!.constructor, '', true, false);
  return (rules.find((it) => it.propertyName === property && it.name === rule) as Rule | undefined) ?? {};
}
