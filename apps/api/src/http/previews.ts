import { type PreviewAnswer } from '@cadre/contract';
import { type Accepted } from '@cadre/application';
import { type CivilDate, type Command, type Refusal } from '@cadre/kernel';

/** Injection token of the Previews. */
export const PREVIEWS = Symbol('Previews');

/** What a command that is only tried would bring about. */
export interface Previewed {
  readonly answer: Accepted;
  readonly preview: PreviewAnswer;
}

/** Tries commands on a fork of everything; composed by the app. */
export interface Previews {
  /** All that would change in the answers for a day, or why the command is refused. @throws Unavailable when others moved what it rests on, again and again */
  of(command: Command, validOn: CivilDate): Promise<Previewed | Refusal>;
}
