import { type Dice } from './dice.js';

/** As much of a JSON schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly nullable?: boolean;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

const IDS = ['oma', 'darfur', 'field-support', 'adviser', 'desk-officer-1', 'p-0042', 'additional', 'x1'];
const KINDS = ['post', 'block', 'unit', 'team', 'case', 'commitment', 'evaluation', 'source', 'person', 'nothing'];
const WORDS = [
  'Military Adviser',
  'P-4',
  'Office of Military Affairs',
  'majority',
  'žlutý 部',
  'full',
  'A/62/627',
  'a b',
];
const ASPECTS = ['on', 'until', 'dated', 'closesOn', 'validOn', 'knownAt', 'knownA', 'knownB', 'knownAfter'];

export const WINDOWS = [
  { phrase: 'early 2008' },
  { phrase: 'end of October 2007' },
  { phrase: 'mid-2007' },
  { edtf: '2007-10', phrase: 'October 2007' },
  { earliest: '2006-06-01', latest: '2007-03-31', phrase: 'in the course of the reform' },
  { earliest: null, latest: '2006-12-31', phrase: 'for a long time' },
  { earliest: null, latest: null, phrase: 'undated' },
];

/** Values as an OpenAPI document describes them, and where a field's name tells more, such as make sense there. */
export class Values {
  private commands = 0;

  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly dice: Dice,
  ) {}

  of(schema: Schema, name: string): unknown {
    const { dice } = this;
    if (schema.nullable && dice.chance(0.1)) return null;
    if (schema.$ref) return this.named(schema.$ref.split('/').at(-1)!);
    if (schema.allOf) return this.of(schema.allOf[0]!, name);
    if (schema.oneOf) return this.of(dice.pick(schema.oneOf), name);
    if (schema.enum) return dice.pick(schema.enum);
    switch (schema.type ?? 'string') {
      case 'object':
        return this.objectOf(schema);
      case 'array':
        return Array.from({ length: (schema.minItems ?? 0) + dice.int(3) }, () => this.of(schema.items!, name));
      case 'boolean':
        return name === 'dryRun' ? dice.chance(0.2) : dice.chance(0.5);
      case 'integer':
      case 'number':
        return this.numberOf(schema, name);
      default:
        return this.text(name).slice(0, schema.maxLength ?? 100);
    }
  }

  private named(name: string): unknown {
    const { dice } = this;
    switch (name) {
      case 'EffectiveRequest':
        return dice.chance(0.6) ? { on: this.day() } : dice.pick(WINDOWS);
      case 'SourceRequest':
        return dice.chance(0.8) ? { document: 'A/62/627', paragraph: '12' } : { localKnowledge: 'officer-7' };
      default:
        return this.of(this.schemas[name]!, name);
    }
  }

  private objectOf({ properties = {}, required = [] }: Schema): object {
    const isRare = (name: string): boolean => ['corrections', 'precedes', 'expectedRevision'].includes(name);
    const members = Object.entries(properties).filter(
      ([name]) => required.includes(name) || this.dice.chance(isRare(name) ? 0.02 : 0.5),
    );
    return Object.fromEntries(members.map(([name, member]) => [name, this.of(member, name)]));
  }

  private numberOf({ minimum = 0, maximum = 1_000 }: Schema, name: string): number {
    if (name === 'after') return this.dice.int(3);
    return minimum + this.dice.int(Math.min(maximum - minimum, 150) + 1);
  }

  text(name: string): string {
    const { dice } = this;
    if (name === 'commandId')
      return `fuzz-command-${dice.chance(0.97) ? this.commands++ : dice.int(this.commands + 1)}`;
    if (name === 'stream' || name === 'about') return `${dice.pick(KINDS)}-${dice.pick(IDS)}`;
    if (name === 'category') return dice.pick(['risk', 'context', 'target']);
    if (/id(s)?$/i.test(name)) return dice.pick(IDS);
    if (name === 'eventId' || name === 'precedes') return '00000000-0000-8000-8000-000000000000';
    if (ASPECTS.includes(name)) return this.day();
    if (name === 'count' || name === 'openings') return dice.pick(['12', '10-12', 'at least 7', '5 to 9']);
    return dice.pick(WORDS);
  }

  private day(): string {
    const { dice } = this;
    return `${2006 + dice.int(3)}-${String(1 + dice.int(12)).padStart(2, '0')}-${String(1 + dice.int(28)).padStart(2, '0')}`;
  }
}
