/** An argument that makes no sense; the message is one sentence that names it. The program ends with exit code 2. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}
