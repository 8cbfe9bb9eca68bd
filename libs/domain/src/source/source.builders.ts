import { RecordEvents } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import type * as Events from './source.events.js';
import { RecordAlias, RecordStatement, RegisterSource } from './source.js';

/** The source every example is about. */
export const SOURCE = 'report';

type Said = Parameters<typeof telling>[0];

export const sourceRegistered = (data: Partial<Events.SourceRegistered['data']> = {}): Events.SourceRegistered => ({
  type: 'SourceRegistered',
  data: { document: 'TEST/1', title: null, dated: null, datedHow: null, language: null, ...data },
});
export const statementRecorded = (data: Partial<Events.StatementRecorded['data']> = {}): Events.StatementRecorded => ({
  type: 'StatementRecorded',
  data: {
    statementId: 'w02',
    category: 'indicator',
    text: 'A share of posts is held by women.',
    about: [],
    topic: null,
    figures: [],
    ...data,
  },
});
export const figure = (more: Partial<Events.Figure> = {}): Events.Figure => ({
  what: 'women in senior posts',
  value: 17,
  unit: 'percent',
  qualifier: 'exactly',
  ...more,
});
export const aliasRecorded = (data: Partial<Events.AliasRecorded['data']> = {}): Events.AliasRecorded => ({
  type: 'AliasRecorded',
  data: { alias: 'ITS', about: 'unit-integrated-training', note: null, ...data },
});

export const registerSource = (data: Partial<RegisterSource['data']> = {}, said: Said = {}): RegisterSource =>
  new RegisterSource(SOURCE, sourceRegistered(data).data, telling({ undated: true, ...said }));
export const recordStatement = (data: Partial<RecordStatement['data']> = {}, said: Said = {}): RecordStatement =>
  new RecordStatement(SOURCE, statementRecorded(data).data, telling(said));
export const recordAlias = (data: Partial<RecordAlias['data']> = {}, said: Said = {}): RecordAlias =>
  new RecordAlias(SOURCE, aliasRecorded(data).data, telling(said));
/** The event as a loaded file would bring it: past `decide`. */
export const loadIntoSource = (event: Events.SourceEvent, said: Said = {}): RecordEvents =>
  new RecordEvents(SOURCE, { events: [event] }, telling(said));
