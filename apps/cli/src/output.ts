/** Where a command says things. Plain lines have control characters made visible: what was recorded cannot steer a terminal. */
export interface Output {
  line(text?: string): void;
  json(value: unknown): void;
  /** Progress and errors, apart from the answer. */
  note(text: string): void;
}

// oxlint-disable-next-line no-control-regex
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const visible = (text: string): string =>
  text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Writes answers to one stream and notes to another. */
export function outputTo(answers: NodeJS.WritableStream, notes: NodeJS.WritableStream): Output {
  return {
    line: (text = '') => void answers.write(`${visible(text)}\n`),
    json: (value) => void answers.write(`${JSON.stringify(value, null, 2)}\n`),
    note: (text) => void notes.write(`cadre: ${visible(text)}\n`),
  };
}
