// npm start: the whole embedded deployment in one process, built first if the sources changed.
import { runBuilt } from './run-built.mjs';

await runBuilt('api', { args: process.argv.slice(2) });
