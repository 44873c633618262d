import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parseConfig, VARIABLES } from '../../src/config.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the image', () => {
  const instructions = read('Dockerfile')
    .replaceAll(/\\\n/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));
  const argumentsOf = (name: string) =>
    instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const copied = argumentsOf('COPY')
    .filter((line) => !line.startsWith('--from='))
    .flatMap((line) => line.split(' ').slice(0, -1));

  test('is made of files that are there, and that its builder is shown', () => {
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const shown = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(shown[0]).toBe('*');
    expect(shown.slice(1).toSorted()).toEqual([...new Set(copied)].map((path) => `!${path}`).toSorted());
  });

  test('holds a Node that the packages take, and is started as npm starts the server', () => {
    const { engines, scripts } = JSON.parse(read('package.json'));
    for (const base of argumentsOf('FROM')) expect(base).toMatch(new RegExp(`^node:${engines.node.slice(2)}-slim`));
    const [command = ''] = argumentsOf('CMD');
    expect(`exec ${JSON.parse(command).join(' ')}`).toBe(scripts.start);
  });

  test('is run by nobody who may change it', () => {
    expect(argumentsOf('USER')).toEqual(['1000:1000']);
    expect(instructions.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      instructions.findLastIndex((line) => line.startsWith('RUN')),
    );
  });
});

describe('the compose file', () => {
  type Service = { environment: Record<string, string>; ports?: string[]; command?: string[]; volumes: string[] };
  const text = read('compose.yaml');
  const { services } = load(text, { schema: YAML11_SCHEMA }) as { services: Record<string, Service> };
  const pem = () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const given: Record<string, string> = {
    POSTGRES_PASSWORD: 'a-password',
    S3_SECRET_ACCESS_KEY: 'a-secret',
    CLERK_JWT_KEY: pem(),
  };
  /** As Docker puts in what the operator has set: `${NAME}`, `${NAME:-default}`, `${NAME:?what to do}`. */
  const filled = (name: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(services[name]?.environment ?? {}).map(([variable, value]) => [
        variable,
        value.replaceAll(/\$\{(\w+)(?::-([^}]*))?[^}]*\}/g, (_, asked: string, otherwise = '') =>
          String(given[asked] ?? otherwise),
        ),
      ]),
    );

  test('sets and asks for nothing that the server does not know', () => {
    const set = ['api', 'worker'].flatMap((name) => Object.keys(services[name]?.environment ?? {}));
    const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
    expect([...set, ...asked].filter((name) => ![...VARIABLES, 'POSTGRES_PASSWORD'].includes(name))).toEqual([]);
    // Whatever has no default is what the operator must say.
    const needed = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name);
    expect(needed.toSorted()).toEqual(Object.keys(given).toSorted());
  });

  test('starts an API and a worker over one database and one store', () => {
    const configs = ['api', 'worker'].map((name) => parseConfig({ NODE_ENV: 'production', ...filled(name) }));
    expect(configs.map(({ role }) => role)).toEqual(['api', 'worker']);
    const { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: name } = filled('database');
    const store = filled('store');
    for (const { database, s3, production } of configs) {
      expect(production).toBe(true);
      expect(database).toEqual({ engine: 'postgresql', url: `postgres://${user}:${password}@database/${name}` });
      expect(s3).toMatchObject({
        endpoint: 'http://store:7070',
        credentials: { accessKeyId: store['ROOT_ACCESS_KEY_ID'], secretAccessKey: store['ROOT_SECRET_ACCESS_KEY'] },
      });
      // The gateway's bucket is the folder that the volume lies in.
      expect(services['store']?.volumes).toEqual([`objects:${services['store']?.command?.at(-1)}/${s3?.bucket}`]);
    }
  });

  test('publishes the ports that browsers are sent to', () => {
    const [api] = ['api'].map((name) => parseConfig({ NODE_ENV: 'production', ...filled(name) }));
    expect(services['api']?.ports).toEqual([`${new URL(api?.publicUrl ?? '').port}:${api?.port}`]);
    const store = new URL(api?.s3?.publicEndpoint ?? '').port;
    expect(services['store']?.ports).toEqual([`${store}:7070`]);
    expect(filled('store')['VGW_CORS_ALLOW_ORIGIN']).toBe(api?.publicUrl);
  });
});
