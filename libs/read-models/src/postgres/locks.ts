/** Advisory locks of this program: two numbers, the first of which is ours ("cadr" in ASCII) in a database that others may use. */
export const LOCKS = { space: 0x63616472, schema: 1, turn: 2 } as const;
