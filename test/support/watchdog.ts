import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Whatever ends the process that started it, the watchdog's standard input ends too. Until then it is told who runs
 * (+pid) and who has ended (-pid). Processes get a moment to end by themselves. A PostgreSQL that was killed has left a
 * segment of shared memory behind, named in the seventh line of its postmaster.pid.
 */
const WATCHDOG = `
trap '' INT TERM HUP
lives() { [ -r "/proc/$1/stat" ] && ! grep -q ') Z' "/proc/$1/stat"; }
pids=' '
while read -r line; do
  case $line in
    +*) pids="$pids\${line#+} " ;;
    -*) before=\${pids%% \${line#-} *} after=\${pids#* \${line#-} }
        pids="$before $after" ;;
  esac
done
for pid in $pids; do kill -QUIT "$pid" 2>/dev/null; done
tries=100
for pid in $pids; do
  while lives "$pid" && [ $tries -gt 0 ]; do sleep 0.05; tries=$((tries - 1)); done
  kill -KILL "$pid" 2>/dev/null
done
segment=$(sed -n 7p "$1/data/postmaster.pid" 2>/dev/null | { read -r key id; echo "$id"; })
if [ -n "$segment" ]; then ipcrm -m "$segment" 2>/dev/null; fi
if [ "$2" = remove ]; then rm -rf "$1"; fi
`;

/** A small process that outlives this one, to leave nothing behind of what this one starts. */
export interface Watchdog {
  /** Ends this child at the latest when it does its work. */
  watch(child: ChildProcess): void;
  /** Lets it do its work, and waits for it. */
  end(): Promise<void>;
}

/** Sets a watchdog on a folder, which it removes at the end or keeps. */
export function startWatchdog(folder: string, atEnd: 'keep' | 'remove'): Watchdog {
  const dog = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', folder, atEnd], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C in a terminal is not for it
    cwd: '/',
  });
  dog.unref();
  unref(dog.stdin);
  dog.stdin.on('error', () => undefined); // it is gone: there is nobody to tell
  return {
    watch: (child) => {
      if (child.pid === undefined) return;
      dog.stdin.write(`+${child.pid}\n`);
      child.once('exit', () => dog.stdin.write(`-${child.pid}\n`));
    },
    end: async () => {
      const done = ended(dog);
      dog.stdin.end();
      await done;
    },
  };
}

/** Keeps a pipe to a child from keeping this process up; Node's types do not know that it is a socket. */
export const unref = (pipe: unknown): void => (pipe as { unref(): void }).unref();

/** Waits for a child to end. @returns its exit code, null after a signal */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  child.ref();
  return new Promise((done, fail) => {
    child.once('exit', (code) => done(code));
    child.once('error', fail);
  });
}
