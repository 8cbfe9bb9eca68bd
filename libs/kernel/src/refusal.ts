/** The business said no: a returned value, never thrown. `code` is stable; `sentence` says what a person can do. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly sentence: string;
  /** JSON pointer to the field at fault in the command as it was sent, or null when no one field is. */
  readonly pointer: string | null;
  /** What else a person needs to act: entries named, values seen. Plain JSON. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Something a person should look at; the command is accepted all the same. */
export interface Warning {
  readonly code: string;
  readonly sentence: string;
}

export interface RefusalMore {
  readonly pointer?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Builds a refusal: a stable code, a sentence, and where it helps the field at fault and further details. */
export function refuse(code: string, sentence: string, more: RefusalMore = {}): Refusal {
  return { refused: true, code, sentence, pointer: more.pointer ?? null, details: more.details ?? {} };
}

/** True when a value is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
