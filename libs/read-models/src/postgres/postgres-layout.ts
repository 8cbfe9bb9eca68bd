import { layoutSql, type LayoutWords, SHAPE } from '../tables/layout.js';

/** PostgreSQL orders texts by their bytes, as SQLite does, and finds rows by both clocks through an index over two ranges. */
const words: LayoutWords = {
  text: 'text COLLATE "C"',
  int: 'bigint',
  end: '',
  index: (table) => ({
    columns: ', known int8range NOT NULL, valid int8range NOT NULL',
    statements: [`CREATE INDEX ${table}_by_dates ON ${table} USING gist (known, valid)`],
  }),
};

/** Names the builds of this shape: a build is a schema of its own, with every table in it. */
export const BUILDS = `cadre_tables_${SHAPE.slice(0, 8)}_`;

/** Makes a build with empty tables. */
export function makeBuild(build: string): string {
  const statements = layoutSql(words).join(';\n');
  return `CREATE SCHEMA ${build}; SET LOCAL search_path TO ${build}; CREATE SEQUENCE row_numbers; ${statements};`;
}
