import {
  type Compilable,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** What the two engines say differently; everything else of a query is the same for both. */
export interface SqlWords {
  /** The text of a query and its parameters. */
  compile(query: RawBuilder<unknown>): { readonly sql: string; readonly parameters: readonly unknown[] };
  /** `from … where …`: rows `m` of a table near a day and a second, found in time that grows with the answer. */
  near(table: string, day: number, second: number): RawBuilder<unknown>;
  /** A text is one of some values. */
  among(text: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean>;
  /** A column that holds a JSON list has one of some values in it. */
  holdsAny(json: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean>;
  /** A text contains another. */
  contains(text: RawBuilder<unknown>, part: string): RawBuilder<boolean>;
  /** A member of a JSON object, as text. */
  member(json: RawBuilder<unknown>, name: string): RawBuilder<string>;
  /** Days from one day to another, both texts of the form YYYY-MM-DD. */
  daysBetween(from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<number>;
}

/** Writes SQL and runs none. */
function compilerOf(dialect: Omit<Dialect, 'createDriver'>): SqlWords['compile'] {
  const compiler = new Kysely<unknown>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  return (query) =>
    (query as RawBuilder<unknown> & { compile: (it: typeof compiler) => ReturnType<Compilable['compile']> }).compile(
      compiler,
    );
}

/** SQLite: lists go in as JSON, so that one prepared statement serves lists of any length. */
export const sqliteWords: SqlWords = {
  compile: compilerOf({
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }),
  near: (
    table,
    day,
    second,
  ) => sql`from ${sql.table(`${table}_rtree`)} r cross join ${sql.table(table)} m on m.row = r.row
    where r.known_from <= ${second} and r.known_to >= ${second} and r.valid_from <= ${day} and r.valid_to >= ${day}`,
  among: (text, values) => sql`${text} in (select value from json_each(${JSON.stringify(values)}))`,
  holdsAny: (json, values) =>
    sql`exists (select 1 from json_each(coalesce(${json}, '[]')) v where v.value in (select value from json_each(${JSON.stringify(values)})))`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  member: (json, name) => sql`json_extract(${json}, ${`$.${name}`})`,
  daysBetween: (from, to) => sql`(julianday(${to}) - julianday(${from}))`,
};

/** PostgreSQL: lists go in as arrays; stretches of both clocks are ranges with an index over the two. */
export const postgresWords: SqlWords = {
  compile: compilerOf({
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }),
  near: (table, day, second) =>
    sql`from ${sql.table(table)} m where m.known @> ${second}::bigint and m.valid @> ${day}::bigint`,
  among: (text, values) => sql`${text} = any(${values}::text[])`,
  holdsAny: (json, values) =>
    sql`exists (select 1 from json_array_elements_text(
      case when json_typeof(${json}::json) = 'array' then ${json}::json else '[]'::json end
    ) v where v = any(${values}::text[]))`,
  contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
  member: (json, name) => sql`(${json}::json ->> ${name}::text)`,
  daysBetween: (from, to) => sql`((${to})::date - (${from})::date)`,
};
