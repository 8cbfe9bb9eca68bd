import { type Samples, unlike } from '@cadre/kernel';
import { type RegisteredSource, type SourceCommand } from './source.js';

/** The plainest content of each command on a source. */
export const sourceSamples: Samples<RegisteredSource, SourceCommand> = {
  RegisterSource: () => [{ document: 'document', title: null, dated: null, datedHow: null, language: null }],
  RecordStatement: ({ statements }) => [
    {
      statementId: unlike(statements.map(({ statementId }) => statementId)),
      ...{ category: 'context', text: 'statement', about: [], topic: null, figures: [] },
    },
  ],
  RecordAlias: ({ aliases }) => [{ alias: unlike(aliases.map(({ alias }) => alias)), about: 'thing', note: null }],
};
