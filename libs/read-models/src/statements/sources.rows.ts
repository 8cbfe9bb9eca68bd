import { type SourceEvent } from '@cadre/domain';
import { type Told } from '@cadre/kernel';
import { type Columns, type ItemRow, readModel } from '../read-model.js';

const columns = {
  document: 'text',
  title: 'text',
  dated: 'text',
  /** stated or inferred */
  dated_how: 'text',
  language: 'text',
} as const satisfies Columns;

type Source = ItemRow<typeof columns> | null;

/** Documents used as sources. */
export const sources = readModel<Source, SourceEvent, typeof columns>({
  table: 'sources',
  category: 'source',
  columns,
  progress: [],
  words: { dated_how: ['stated', 'inferred'] },
  initial: null,
  evolve,
  rows: (source) => (source === null ? [] : [source]),
  apart: (event) => (event.type === 'SourceRegistered' ? event.data.document : null),
});

function evolve(source: Source, { event }: Told<SourceEvent>): Source {
  switch (event.type) {
    case 'SourceRegistered': {
      const { document, title, dated, datedHow, language } = event.data;
      return { item: '', document, title, dated, dated_how: datedHow, language };
    }
    case 'StatementRecorded':
    case 'AliasRecorded':
      return source;
  }
}
