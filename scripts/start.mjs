// npm start: the whole embedded deployment in one process, built first if the sources changed.
// package.json says "exec node ...": without it npm signals only the shell in between, and the server would outlive npm.
import { runBuilt } from './run-built.mjs';

await runBuilt('api', { args: process.argv.slice(2) });
