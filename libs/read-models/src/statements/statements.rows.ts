import { type SourceEvent } from '@cadre/domain';
import { type Told } from '@cadre/kernel';
import { type Columns, type ItemRow, readModel } from '../read-model.js';

const columns = {
  statement_id: 'text',
  category: 'text',
  text: 'text',
  /** Streams it speaks about. */
  about: 'json',
  topic: 'text',
  figures: 'objects',
  /** The time the statement speaks of, as told. */
  said_earliest: 'text',
  said_latest: 'text',
  said_phrase: 'text',
} as const satisfies Columns;

type Statement = ItemRow<typeof columns> | null;

/** Statements that fit no other stream, one row each. They stand beside one another: none dates another. */
export const statements = readModel<Statement, SourceEvent, typeof columns>({
  table: 'statements',
  category: 'source',
  columns,
  progress: [],
  initial: null,
  evolve,
  rows: (statement) => (statement === null ? [] : [statement]),
  apart: (event) => (event.type === 'StatementRecorded' ? event.data.statementId : null),
});

function evolve(statement: Statement, { event, effective }: Told<SourceEvent>): Statement {
  switch (event.type) {
    case 'SourceRegistered':
    case 'AliasRecorded':
      return statement;
    case 'StatementRecorded': {
      const { statementId, category, text, about, topic, figures } = event.data;
      const { earliest, latest, phrase } = effective;
      return {
        ...{ item: statementId, statement_id: statementId, category, text, about, topic, figures },
        ...{ said_earliest: earliest, said_latest: latest, said_phrase: phrase },
      };
    }
  }
}
