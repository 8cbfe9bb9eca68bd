import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { namesOfSettings, readSettings } from '@cadre/composition';
import { MAX_ENTRY_BYTES } from '@cadre/log';
import { parse } from 'yaml';

// No Docker engine can be counted on where tests run. So what compose would be told is held against the program's own
// settings, the image against the sources, and the secrets against the script that makes them.

const ROOT = new URL('../..', import.meta.url).pathname;
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly user?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly retries: number } & Record<string, unknown>;
  readonly deploy?: { readonly replicas: number };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(textOf('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfile = textOf('Dockerfile').replaceAll('\\\n', ' ').split('\n');

/** Arguments of an instruction of the image that is kept, which is the last one made. */
function instructions(name: string): string[] {
  const last = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith('FROM ')));
  return last.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());
}

const imageEnvironment = Object.fromEntries(
  instructions('ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
);
const imageCommand = JSON.parse(instructions('CMD')[0]!) as readonly string[];
const commandOf = (service: Service): readonly string[] => service.command ?? imageCommand;
const ofCadre = services.filter(([, { image }]) => image.startsWith('cadre:'));
const appOf = (service: Service): string => /dist\/apps\/(\w+)\//.exec(commandOf(service).join(' '))![1]!;

let secrets: string;
const makeSecrets = () =>
  spawnSync('/bin/sh', [join(ROOT, 'scripts/deploy/make-secrets.sh'), secrets], { encoding: 'utf8' });
beforeEach(() => {
  secrets = mkdtempSync(join(tmpdir(), 'cadre-secrets-'));
  const { status, stderr } = makeSecrets();
  if (status !== 0) throw new Error(stderr);
});
afterEach(() => rmSync(secrets, { recursive: true }));

/** The secret mounted at a path; null when it is no such path. */
const secretAt = (path: string): string | null => /^\/run\/secrets\/(.+)$/.exec(path)?.[1] ?? null;

/** What the program in a container of this service reads, with secrets from where the script puts them. */
function settingsOf(service: Service) {
  const environment = { ...imageEnvironment, ...service.environment };
  const mounted = Object.entries(environment).map(([name, value]) => {
    const secret = secretAt(value);
    return [name, secret === null ? value : join(secrets, basename(compose.secrets[secret]!.file))];
  });
  const app = appOf(service) as Parameters<typeof readSettings>[2];
  return readSettings(Object.fromEntries(mounted) as NodeJS.ProcessEnv, '/app', app);
}

describe('the compose deployment', () => {
  it('has all of its parts, two of each that answers or works', () => {
    expect(services.map(([name]) => name)).toEqual([
      ...['proxy', 'api-1', 'api-2', 'projector', 'eventstore', 'postgres'],
      'cadre',
    ]);
    expect(compose.services['api-1']).toEqual(compose.services['api-2']);
    expect(compose.services['projector']!.deploy).toEqual({ replicas: 2 });
  });

  it('asks whoever starts it for nothing that has a default', () =>
    expect(textOf('docker-compose.yml').match(/(?<!\$)\$\{(?![A-Z_]+:\?[^}]+\})/g)).toBeNull());

  it('starts only the one container when that is named, and never beside the others unasked', () => {
    const withProfile = services.filter(([, { profiles }]) => profiles !== undefined).map(([name]) => name);
    expect(withProfile).toEqual(['cadre']);
    expect(compose.services['cadre']!.depends_on).toBeUndefined();
  });
});

describe.each(services)('the service %s', (name, service) => {
  it('is hardened, watched and started again', () => {
    expect(service).toMatchObject({
      restart: 'unless-stopped',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    const { test, ...times } = service.healthcheck!;
    expect(test[0]).toBe('CMD');
    expect(Object.keys(times).sort()).toEqual(['interval', 'retries', 'start_period', 'timeout']);
    expect(service.cap_add ?? []).toEqual(name === 'proxy' ? ['NET_BIND_SERVICE'] : []);
    expect(service.user ?? 'of the image').not.toMatch(/^(root|0)\b/);
  });

  it('is made from an exact version', () => expect(service.image).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z]+)?$/));

  it('is reached from this machine only', () => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(service.networks!.includes('outside')).toBe(service.ports !== undefined);
  });

  it('waits for services there are, in a way that can come true', () => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(['service_healthy', 'service_started']).toContain(condition);
      expect(compose.services[other]!.healthcheck).toBeDefined();
    }
  });

  it('has no secret in its environment', () => {
    const environment = Object.entries(service.environment ?? {});
    const telling = environment.filter(
      ([variable, value]) =>
        (/PASSWORD|SECRET|TOKEN|_KEY/.test(variable) && !variable.endsWith('_FILE')) || /:\/\/[^/]*@/.test(value),
    );
    expect(telling).toEqual([]);
    const read = environment.map(([, value]) => secretAt(value)).filter((it) => it !== null);
    expect(read).toEqual(service.secrets ?? []);
  });
});

it('every volume, network, secret and config is declared, and used', () => {
  const used = (of: (service: Service) => readonly string[]): string[] =>
    [...new Set(services.flatMap(([, service]) => of(service)))].sort();
  expect(used(({ volumes = [] }) => volumes.map((it) => it.split(':')[0]!))).toEqual(
    Object.keys(compose.volumes).sort(),
  );
  expect(used(({ networks = [] }) => networks)).toEqual(Object.keys(compose.networks).sort());
  expect(used((it) => it.secrets ?? [])).toEqual(Object.keys(compose.secrets).sort());
  expect(used(({ configs = [] }) => configs.map(({ source }) => source))).toEqual(Object.keys(compose.configs));
  expect(compose.networks['inside']).toEqual({ internal: true });
  for (const { file } of Object.values(compose.configs)) expect(existsSync(join(ROOT, file))).toBe(true);
});

describe.each(ofCadre)('Cadre in the service %s', (name, service) => {
  it('is the image built here, of this version', () => {
    expect(service.image).toBe(`cadre:${(JSON.parse(textOf('package.json')) as { version: string }).version}`);
    expect(service.build).toBe('.');
  });

  it('is given settings there are, for the app that reads them', () => {
    const settings = settingsOf(service);
    const isAlone = name === 'cadre';
    expect(settings.log.engine).toBe(isAlone ? 'sqlite' : 'eventstoredb');
    expect(settings.read.engine).toBe(isAlone ? 'sqlite' : 'postgres');
    expect(settings.example).toBe(isAlone ? 'a-62-627' : null);
  });

  it('keeps in a volume what it keeps, and nothing elsewhere', () => {
    const { dataFolder } = settingsOf(service);
    const isAlone = name === 'cadre';
    expect(service.volumes).toEqual(isAlone ? [`data:${dataFolder}`] : undefined);
    expect(service.tmpfs!.includes(dataFolder)).toBe(!isAlone);
  });

  it('runs programs that the build makes', () => {
    const scripts = [...commandOf(service), ...service.healthcheck!.test].filter((word) => word.startsWith('dist/'));
    for (const script of scripts) {
      const source = script.replace(/^dist\//, '').replace(/\.js$/, '.ts');
      expect({ script, exists: existsSync(join(ROOT, source)) }).toEqual({ script, exists: true });
    }
  });
});

describe('the parts of the compose deployment', () => {
  const node = compose.services['api-1']!;
  const { eventstore, postgres } = compose.services as Record<'eventstore' | 'postgres', Service>;

  it('find the log where EventStoreDB listens', () => {
    const { log } = settingsOf(node);
    const address = new URL((log as { connectionString: string }).connectionString);
    expect(address.hostname).toBe('eventstore');
    expect(address.port).toBe(eventstore.environment!['EVENTSTORE_NODE_PORT']);
    expect(address.searchParams.get('tls')).toBe(
      eventstore.environment!['EVENTSTORE_INSECURE'] === 'true' ? 'false' : 'true',
    );
  });

  it('find the tables where PostgreSQL listens, with the password it was made with', () => {
    const address = new URL((settingsOf(node).read as { url: string }).url);
    const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD_FILE } = postgres.environment!;
    expect([address.hostname, address.port]).toEqual(['postgres', '5432']);
    expect([address.username, address.pathname]).toEqual([POSTGRES_USER, `/${POSTGRES_DB}`]);
    expect(address.password).toBe(readFileSync(join(secrets, basename(POSTGRES_PASSWORD_FILE!)), 'utf8'));
  });

  it('take the largest entry there may be, and more than one of them at a time', () => {
    const most = Number(eventstore.environment!['EVENTSTORE_MAX_APPEND_SIZE']);
    expect(most).toBeGreaterThan(2 * MAX_ENTRY_BYTES);
    expect(most).toBeLessThanOrEqual(16 * 1024 * 1024 - 10_000); // EventStoreDB does not start with more
  });

  it('are reached by way of a proxy that knows each api node, and tries only reading on the other', () => {
    const { configs, ports } = compose.services['proxy']!;
    expect(configs![0]!.target).toBe('/etc/caddy/Caddyfile');
    const caddyfile = textOf(compose.configs[configs![0]!.source]!.file).replace(/^\s*#.*$/gm, '');
    const nodes = services.map(([name]) => name).filter((name) => name.startsWith('api-'));
    const { port } = settingsOf(node);
    expect(caddyfile).toContain(`reverse_proxy ${nodes.map((name) => `${name}:${port}`).join(' ')} {`);
    expect(/lb_retry_match \{\s*method ([A-Z ]+)\n\s*\}/.exec(caddyfile)![1]).toBe('GET HEAD');
    expect(caddyfile).toContain(`\n:${ports![0]!.split(':')[2]} {`);
    expect(caddyfile).toContain('@stranger not host localhost 127.0.0.1\n');
    const braces = caddyfile.replace(/`[^`]*`/g, '');
    expect(braces.split('{').length).toBe(braces.split('}').length);
    for (const [, body] of caddyfile.matchAll(/respond `([^`]*)` \d+/g)) {
      expect(JSON.parse(body!)).toEqual({
        type: expect.stringMatching(/^\/problems\//) as string,
        title: expect.any(String) as string,
        status: expect.any(Number) as number,
        code: expect.any(String) as string,
        detail: expect.any(String) as string,
        pointer: null,
        details: {},
      });
    }
  });
});

describe('the image', () => {
  it('is on Node 24, does not run as root, and starts the server the build makes', () => {
    for (const line of dockerfile.filter((it) => it.startsWith('FROM '))) {
      expect(line).toMatch(/^FROM node:24\.\d+\.\d+-bookworm-slim( AS build)?$/);
    }
    expect(instructions('USER')).toEqual(['node']);
    expect(imageCommand.at(-1)).toBe('dist/apps/api/src/main.js');
    expect(existsSync(join(ROOT, 'apps/api/src/main.ts'))).toBe(true);
  });

  it('sets only settings there are', () => {
    const known = ['NODE_ENV', ...namesOfSettings()];
    expect(Object.keys(imageEnvironment).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is given everything that is built from, and no secret', () => {
    const welcome = textOf('.dockerignore').trim().split('\n');
    expect(welcome[0]).toBe('*');
    const copied = dockerfile.filter((line) => /^COPY (?!--from)/.test(line));
    const sources = copied.flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.filter((it) => !welcome.includes(`!${it}`))).toEqual([]);
    expect(welcome.filter((it) => /secret/.test(it))).toEqual([]);
  });
});

describe('the script that makes secrets', () => {
  const files = () => Object.values(compose.secrets).map(({ file }) => join(secrets, basename(file)));

  it('makes each that is named, readable by the users of the containers and not by those of this machine', () => {
    for (const file of files()) expect(statSync(file).mode & 0o777).toBe(0o444);
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    expect(readFileSync(files()[0]!, 'utf8')).toMatch(/^[0-9a-f]{48}$/);
  });

  it('leaves those there are, and does not make half of them', () => {
    const before = files().map((file) => readFileSync(file, 'utf8'));
    expect(makeSecrets().status).toBe(0);
    expect(files().map((file) => readFileSync(file, 'utf8'))).toEqual(before);
    rmSync(files()[1]!, { force: true });
    expect(makeSecrets()).toMatchObject({ status: 1, stderr: expect.stringMatching(/belong together/) as string });
  });
});
