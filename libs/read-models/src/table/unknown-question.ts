/** A question that no table can answer as it is put; `pointer` names the part at fault. */
export class UnknownQuestion extends Error {
  override readonly name = 'UnknownQuestion';
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}
