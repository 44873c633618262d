import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What each room may import of ours besides itself and errors.ts: values and types, or types alone. */
type Room = { values: string[]; types: string[]; libraries: string[]; librariesByType?: string[] };

const ROOMS: Record<string, Room> = {
  'src/extraction': {
    values: [],
    types: [],
    libraries: [
      '@embedpdf/pdfium',
      'csv-parse/sync',
      'entities',
      'fast-png',
      'fflate',
      'p-map',
      'piscina',
      'saxen',
      'utif2',
    ],
  },
  'src/workbook': {
    values: [],
    types: ['src/extraction'],
    libraries: ['csv-stringify/sync', 'fflate', 'wasm-xlsxwriter'],
  },
  'src/domain': {
    values: ['src/extraction/extraction-error.ts'],
    types: ['src/auth', 'src/storage', 'src/jobs', 'src/extraction', 'src/clock.ts'],
    libraries: ['@mikro-orm/core', '@mikro-orm/sql'],
  },
  'src/schema': {
    values: ['src/domain'],
    types: ['src/auth', 'src/extraction', 'src/clock.ts'],
    librariesByType: ['@mikro-orm/sql'],
    libraries: ['@pothos/core', '@pothos/plugin-relay', 'graphql', 'graphql-jit', 'zod'],
  },
  'src/jobs': {
    values: ['src/domain', 'src/extraction', 'src/workbook'],
    types: ['src/storage', 'src/tracing', 'src/clock.ts', 'src/log.ts'],
    librariesByType: ['pino'],
    libraries: ['@mikro-orm/core', '@mikro-orm/sql', 'pg-boss', 'piscina'],
  },
  'src/auth': {
    values: [],
    types: ['src/clock.ts', 'src/config.ts'],
    libraries: ['@clerk/backend', '@clerk/backend/jwt', 'jose', 'zod'],
  },
  'src/storage': {
    values: [],
    types: ['src/clock.ts'],
    libraries: [
      '@aws-sdk/client-s3',
      '@aws-sdk/lib-storage',
      '@aws-sdk/s3-request-presigner',
      'content-disposition',
      'hono',
      'hono/cors',
      'zod',
    ],
  },
  'src/payments': {
    values: [],
    types: ['src/domain', 'src/clock.ts', 'src/config.ts'],
    libraries: ['stripe', 'zod'],
  },
  'src/model': {
    values: ['src/extraction'],
    types: ['src/log.ts'],
    libraries: ['openai'],
  },
  'src/database': {
    values: ['src/domain/noun/noun.entity.ts', 'src/jobs/job.entity.ts'],
    types: [],
    libraries: [
      '@mikro-orm/core',
      '@mikro-orm/migrations',
      '@mikro-orm/sql',
      'better-sqlite3',
      'kysely',
      'pg',
      'quick-lru',
    ],
  },
  'src/http': {
    values: ['src/schema', 'src/log.ts'],
    types: ['src/tracing'],
    libraries: ['@hono/node-server', 'graphql', 'graphql-yoga', 'hono', 'hono/cors', 'prom-client', 'quick-lru'],
  },
  'src/tracing': {
    values: [],
    types: [],
    libraries: [
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
    ],
  },
  'src/console': {
    values: [],
    types: [],
    libraries: ['amaro', 'hono', 'hono/cors', 'preact', 'preact/hooks', 'htm/preact', '@preact/signals', 'uplot'],
  },
  rest: {
    values: ['src/schema', 'src/domain', 'src/storage/byte-range.ts'],
    types: ['src/clock.ts', 'src/log.ts'],
    libraries: [
      '@peculiar/asn1-schema',
      '@peculiar/asn1-x509',
      'content-disposition',
      'graphql',
      'hono',
      'hono/cors',
      'quick-lru',
      'stripe',
      'svix',
      'swagger-ui-dist',
      'zod',
    ],
  },
};

const root = join(import.meta.dirname, '../..');
const LIBRARIES = ['@aws-sdk/client-s3', 'pino', ...new Set(Object.values(ROOMS).flatMap((room) => room.libraries))];
/** Everything of ours there is, as it stands: a room that is new makes these tests ask who may import it. */
const OURS = [
  ...readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map(({ name }) => `src/${name}`),
  'rest',
  'test',
  'src/extraction/extraction-error.ts',
  'src/storage/byte-range.ts',
];
const isIn = (room: string, target: string): boolean => target === room || target.startsWith(`${room}/`);
const pathOf = (target: string): string => (target.endsWith('.ts') ? target : `${target}/thing.ts`);

/** What a file is asked for: the rules that open one file of a room go by these names. */
const nameIn = (specifier: string): string => {
  if (specifier.endsWith('/extraction-error.ts')) return 'ExtractionError';
  return specifier.endsWith('/byte-range.ts') ? 'parseByteRange' : 'anything';
};

const NOTHING: Room = { values: [], types: [], libraries: [] };

type Probe = { target: string; specifier: string; typeOnly: boolean; allowed: boolean };

/** Every import a file of the room could think of, and whether the house lets it. `depth` is that of the file. */
function probesOf(room: string, depth: number): Probe[] {
  const { values, types, libraries, librariesByType = [] } = ROOMS[room] ?? NOTHING;
  const toRoot = '../'.repeat(depth);
  const specifierOf = (target: string) =>
    target.startsWith('src/') && room.startsWith('src/')
      ? `${'../'.repeat(depth - 1)}${pathOf(target.slice('src/'.length))}`
      : `${toRoot}${pathOf(target)}`;
  const ours = OURS.filter((target) => !isIn(room, target)).concat(values.filter((value) => !OURS.includes(value)));
  return [false, true].flatMap((typeOnly) => [
    ...ours.map((target) => ({
      target,
      specifier: specifierOf(target),
      typeOnly,
      allowed: [...values, ...(typeOnly ? types : []), 'src/errors.ts'].some((open) => isIn(open, target)),
    })),
    ...LIBRARIES.map((name) => ({
      target: name,
      specifier: name,
      typeOnly,
      allowed: [...libraries, ...(typeOnly ? librariesByType : [])].includes(name),
    })),
    ...['node:fs', 'node:fs/promises', './neighbour.ts', './nested/neighbour.ts'].map((specifier) => ({
      target: specifier,
      specifier,
      typeOnly,
      allowed: true,
    })),
  ]);
}

type Diagnostic = { code: string; filename: string; help?: string; labels: { span: { line: number } }[] };

const fixture = mkdtempSync(join(tmpdir(), 'excellent-banking-rooms-'));
const files = Object.keys(ROOMS).flatMap((room) => [
  { room, path: `${room}/probe.ts`, depth: room.split('/').length },
  { room, path: `${room}/nested/probe.ts`, depth: room.split('/').length + 1 },
]);
let refusals: Map<string, string>;

beforeAll(() => {
  copyFileSync(join(root, '.oxlintrc.json'), join(fixture, '.oxlintrc.json'));
  for (const { room, path, depth } of files) {
    mkdirSync(join(fixture, path, '..'), { recursive: true });
    const lines = probesOf(room, depth).map(
      ({ specifier, typeOnly }, n) =>
        `import ${typeOnly ? 'type ' : ''}{ ${nameIn(specifier)} as name${n} } from '${specifier}';\n`,
    );
    writeFileSync(join(fixture, path), lines.join(''));
  }
  refusals = lint();
});
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

/** `path:line` of each refused import → what the rule says. */
function lint(): Map<string, string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: fixture,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  return new Map(
    diagnostics
      .filter(({ code }) => code === 'eslint(no-restricted-imports)')
      .map(({ filename, labels, help }) => [`${filename}:${labels[0]?.span.line}`, help ?? '']),
  );
}

describe.each(files)('$path', ({ room, path, depth }) => {
  const name = room.replace('src/', '');
  const verdicts = () =>
    probesOf(room, depth).map((probe, n) => ({ ...probe, message: refusals.get(`${path}:${n + 1}`) ?? null }));
  const show = ({ specifier, typeOnly }: Probe) => `${typeOnly ? 'type ' : ''}${specifier}`;

  test('may import what the house lets it', () => {
    const refused = verdicts().filter(({ allowed, message }) => allowed && message !== null);
    expect(refused.map(show)).toEqual([]);
  });

  test('may import nothing else', () => {
    const unseen = verdicts().filter(({ allowed, message }) => !allowed && message === null);
    expect(unseen.map(show)).toEqual([]);
  });

  test('is told which rule it breaks', () => {
    const messages = verdicts().flatMap(({ message }) => message ?? []);
    expect(messages.length).toBeGreaterThan(LIBRARIES.length);
    for (const message of messages)
      expect(message).toMatch(new RegExp(`^Rooms: ${name} .+ \\(docs/architecture\\.md\\)$`));
  });
});

test('a room cannot be entered through import() either', () => {
  writeFileSync(join(fixture, 'src/domain/late.ts'), "export const late = () => import('../schema/index.ts');\n");
  expect(lint().get('src/domain/late.ts:1')).toMatch(/^Rooms: domain never sees GraphQL/);
});

test('every room of the source is held by a rule, and no folder inside borrows the name of another', () => {
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true, recursive: true }).filter((entry) => entry.isDirectory());
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const held = new Set([...Object.keys(ROOMS), 'src/app', 'src/cli', 'src/config']);
  expect([...rooms.map(({ name }) => `src/${name}`), 'rest'].filter((room) => !held.has(room))).toEqual([]);
  const names = new Set([...rooms.map(({ name }) => name), 'rest', 'test']);
  const inner = rooms.flatMap(({ name }) => folders(`src/${name}`)).concat(folders('rest'));
  expect(inner.filter(({ name }) => names.has(name))).toEqual([]);
});
