/** An error in the form of RFC 9457 (application/problem+json). */
export class Problem {
  type: string;
  title: string;
  status: number;
  /** Stable code, as in POST_ALREADY_FILLED. */
  code: string;
  /** A sentence a person can act on. */
  detail: string;
  /** JSON pointer to the field at fault, or null. */
  pointer: string | null;
  details: Record<string, unknown>;
}
