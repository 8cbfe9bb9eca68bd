// npm run cadre -- <command>: the command line of operators and auditors.
import { runBuilt } from './run-built.mjs';

await runBuilt('cli', { args: process.argv.slice(2), quiet: true });
