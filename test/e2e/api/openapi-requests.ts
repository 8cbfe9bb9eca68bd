import { type Dice } from './dice.js';
import { brokenBody, hostile, mutated, withoutWriting } from './mutations.js';
import { type Schema, Values, WINDOWS } from './values.js';

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
    readonly required: boolean;
  }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | null;
  readonly contentType: string;
}

/** An accepted command, for commands that build on it. */
export interface Accepted {
  readonly stream: string;
  readonly eventIds: readonly string[];
}

/** True of what goes on answering until the asker leaves. */
const isEndless = ({ responses }: Operation): boolean => 'text/event-stream' in (responses['200']?.content ?? {});

const COLUMNS = ['grade', 'unit_id', 'status', 'name', 'standing', 'item', 'stream', 'colour'];
/** Makes requests from the document: half as it says, so that some are accepted, half with something wrong in them. */
export class Requests {
  private count = 0;
  private readonly values: Values;
  private readonly operations: readonly (readonly [path: string, method: 'GET' | 'POST', operation: Operation])[];

  constructor(
    document: OpenApi,
    private readonly dice: Dice,
    private readonly accepted: readonly Accepted[],
  ) {
    this.values = new Values(document.components.schemas, dice);
    this.operations = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
      ...(get && !isEndless(get) ? [[path, 'GET', get] as const] : []),
      ...(post ? [[path, 'POST', post] as const] : []),
    ]);
  }

  /** The operations of the document, each once, then any. */
  next(): Sent {
    const { dice } = this;
    const [path, method, operation] = this.operations[this.count++] ?? dice.pick(this.operations);
    const earlier =
      path.includes('{stream}') && dice.chance(0.8) && this.accepted.length > 0 ? dice.pick(this.accepted) : null;
    const address = this.address(path, operation, earlier);
    const schema = operation.requestBody?.content['application/json'].schema;
    if (!schema) return { method, path: address, body: null, contentType: '' };
    const wellFormed = this.values.of(schema, '') as object;
    const meant = earlier ? { ...wellFormed, corrections: [correctionOf(earlier, dice)] } : wellFormed;
    const body = JSON.stringify(dice.chance(0.5) ? meant : mutated(meant, dice));
    const contentType = dice.chance(0.01)
      ? dice.pick(['text/plain', '', 'application/json; charset=latin1'])
      : 'application/json';
    return { method, path: address, body: dice.chance(0.04) ? brokenBody(body, dice) : body, contentType };
  }

  private address(path: string, { parameters = [] }: Operation, earlier: Accepted | null): string {
    const { dice } = this;
    const given = (schema: Schema, name: string): string => {
      if (dice.chance(0.1)) return String(hostile(dice)).slice(0, 500);
      const text = String(this.values.of(schema, name));
      return dice.chance(0.03) ? withoutWriting(text, dice) : text;
    };
    let address = path;
    const query: string[] = [];
    for (const { name, in: place, schema, required } of parameters) {
      if (place === 'path') {
        const plausible = name === 'stream' && earlier ? earlier.stream : this.idFor(path, name);
        address = address.replace(`{${name}}`, encoded(dice.chance(0.9) ? plausible : given(schema, name)) || 'x');
      } else if (name === 'filters') {
        if (dice.chance(0.5)) query.push(`${dice.pick(COLUMNS)}=${encoded(given({ type: 'string' }, 'filter'))}`);
      } else if (required ? dice.chance(0.95) : dice.chance(0.3)) {
        query.push(`${name}=${encoded(given(schema, name))}`);
        if (dice.chance(0.02)) query.push(`${name}=${encoded(given(schema, name))}`);
      }
    }
    if (dice.chance(0.02)) query.push(dice.pick(['colour=red', '__proto__=1', 'a[b][c]=1', '=', '%', 'constructor=x']));
    return query.length === 0 ? address : `${address}?${query.join('&')}`;
  }

  /** Often a new id for what begins a life, so that not all end up abolished. */
  private idFor(path: string, name: string): string {
    const isBeginning = /(establish|plan|propose|approve|open|make|register)$/.test(path);
    return isBeginning && this.dice.chance(0.5) ? `n${this.dice.int(1_000)}` : this.values.text(name);
  }
}

function correctionOf({ eventIds }: Accepted, dice: Dice): object {
  const retelling = {
    event: {
      type: dice.pick(['PostVacated', 'OrgUnitRenamed', 'TeamStoodUp']),
      data: dice.chance(0.5) ? {} : { to: 'x' },
    },
    effective: dice.pick(WINDOWS),
    source: { localKnowledge: 'officer-7' },
  };
  return { eventId: dice.pick(eventIds), reason: 'Entered wrongly.', ...(dice.chance(0.5) ? {} : { retelling }) };
}

/** Percent signs for everything, unpaired surrogates as the three bytes that UTF-8 forbids. */
const encoded = (text: string): string =>
  text
    .split(/(\p{Surrogate})/u)
    .map((part, i) => (i % 2 === 0 ? encodeURIComponent(part) : bytesOf(part)))
    .join('');

const bytesOf = (half: string): string => {
  const code = half.charCodeAt(0);
  const bytes = [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
  return bytes.map((byte) => `%${byte.toString(16)}`).join('');
};
