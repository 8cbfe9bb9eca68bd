/** What a field holds; a group and the items of a list have fields of their own. */
export type FieldKind =
  | { readonly kind: 'text'; readonly mostCharacters: number | null }
  | { readonly kind: 'id'; readonly of: string | null }
  | { readonly kind: 'stream' }
  | { readonly kind: 'day' }
  | { readonly kind: 'count' }
  | { readonly kind: 'window' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number'; readonly least: number | null; readonly most: number | null; readonly isWhole: boolean }
  | { readonly kind: 'enum'; readonly words: readonly string[] }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly most: number | null; readonly item: FieldKind };

/** One field of a command: the member of the same name in its request. */
export type Field = FieldKind & {
  readonly name: string;
  readonly required: boolean;
  /** A blank is said as null, which means something of its own. */
  readonly blankIsNull: boolean;
};

/** One command a person can give, as the API describes it: POST /api/`group`/{id}/`step`. */
export interface CommandForm {
  readonly operation: string;
  readonly group: string;
  readonly step: string;
  /** Kind of thing it is about, as in "post": its stream is `category`-`id`. */
  readonly category: string;
  readonly fields: readonly Field[];
}
