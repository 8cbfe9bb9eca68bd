// Adds to package-lock.json the optional platform packages that the registry in use could not serve.
// npm drops such a package from the lock while its parent still asks for it, and then refuses "npm ci" everywhere.
// A stub (version and platform, no hash) is enough: npm skips it where the platform differs and fetches it where it fits.
// Run it after every "npm install" that changed the lock.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

// What platform packages call themselves -> what npm calls the system. Longer names first: "linuxmusl" contains "linux".
const OS = {
  linuxmusl: 'linux',
  linux: 'linux',
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  wasm32: 'wasm32', // no machine calls itself that: never installed
};
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

let added = 0;
for (const [path, parent] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const isExact = /^\d/.test(version); // a range would need the registry to choose a version
    if (!isExact || isLocked(name, path)) continue;
    packages[`node_modules/${name}`] = stub(name, version, parent);
    added += 1;
    console.log(`stub ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added to ${file}`);

/** Looks where Node would look: beside the parent, then one folder further out, up to the top. */
function isLocked(name, path) {
  for (let folder = path; ;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const outer = folder.lastIndexOf('/node_modules/');
    folder = outer < 0 ? '' : folder.slice(0, outer);
  }
}

/** Reads the platform out of the name, e.g. @rolldown/binding-linux-arm64-musl. */
function stub(name, version, parent) {
  const words = name.split('/').pop().split('-');
  const os = Object.keys(OS).find((it) => words.includes(it));
  const cpu = CPU.find((it) => words.includes(it)) ?? (words.some((it) => it.startsWith('arm')) ? 'arm' : null);
  const libc = words.includes('musl') ? 'musl' : words.some((it) => it.startsWith('gnu')) ? 'glibc' : null;
  return {
    version,
    optional: true,
    ...(parent.dev && { dev: true }),
    ...(cpu && { cpu: [cpu] }),
    ...(os && { os: [OS[os]] }),
    ...(libc && { libc: [libc] }),
  };
}
