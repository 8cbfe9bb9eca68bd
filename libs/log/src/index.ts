export { MAX_ENTRY_BYTES } from './codec.js';
export { copyLog, type CopyProgress, CopyRefused } from './copy-log.js';
export { type EventStoreLog, type EventStoreLogOptions, openEventStoreLog } from './eventstoredb/eventstore-log.js';
export { LogUnusable } from './eventstoredb/failure.js';
export { openMemoryLog } from './memory/memory-log.js';
export { LogFileUnusable } from './sqlite/log-file.js';
export { openSqliteLog, type SqliteLog, type SqliteLogOptions } from './sqlite/sqlite-log.js';
export { type WriterStats } from './sqlite/writer.js';
