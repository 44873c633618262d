import { beforeAll, describe, expect, test } from 'vitest';
import { consoleRoutes, type ConsoleOptions } from '../../src/console/routes.ts';

const options: ConsoleOptions = {
  settings: { clerkPublishableKey: null, playground: true, maxUploadBytes: 1000 },
  signInLocally: async () => 'a token',
  host: '127.0.0.1',
  publicUrl: () => 'http://localhost:4000',
  storageOrigins: [],
};

describe('the page', () => {
  const routes = consoleRoutes(options);
  let page: string;
  beforeAll(async () => {
    page = await (await routes.request('/')).text();
  });

  test('runs nothing but files of this server', async () => {
    const { headers } = await routes.request('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=|https?:\/\/(?!localhost)/);
  });

  test('consists of files that are there, under addresses that change with their content', async () => {
    const addresses = [...page.matchAll(/(?:href|src)="(\/console\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      const { status, headers } = await routes.request(address);
      expect({ address, status }).toEqual({ address, status: 200 });
      expect(headers.get('cache-control')).toContain('immutable');
    }
    const [first = ''] = addresses;
    expect((await routes.request(first.replace(/\/console\/\w+/, '/console/0000'))).status).toBe(404);
  });

  test('leaves no import by a name, for browsers know no packages', async () => {
    const queue = [...page.matchAll(/src="(\/console\/[^"]+)"/g)].map(([, address]) => address ?? '');
    const seen = new Set(queue);
    for (const address of queue) {
      const code = await (await routes.request(address)).text();
      for (const [, name = ''] of code.matchAll(/\b(?:from|import)\s*\(?\s*["']([\w@./-]+)["']/g)) {
        expect(name, `in ${address}`).toMatch(/^(\.\.?)?\//);
        const next = new URL(name, `http://localhost${address}`).pathname;
        // The reader of PDFs is one bundle, in which words like these stand in texts.
        if (seen.has(next) || next.includes('pdfjs')) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    expect([...seen].filter((address) => address.includes('/vendor/')).length).toBeGreaterThan(5);
  });

  test.each([
    'vendor/preact/package.json',
    'vendor/preact/../../package.json',
    'vendor/pdfjs-dist/wasm/../package.json',
    'vendor/pdfjs-dist/wasm/',
    'vendor/%2e%2e/config.ts',
    'web/../routes.ts',
    'web/tsconfig.json',
  ])('gives away no other file: %s', async (path) => {
    const base = /\/console\/\w+/.exec(page)?.[0] ?? '';
    expect((await routes.request(`${base}/${path}`)).status).toBe(404);
  });
});

describe('the sign-in of the local mode', () => {
  const signIn = (headers: Record<string, string>, changed: Partial<ConsoleOptions> = {}) =>
    consoleRoutes({ ...options, ...changed }).request('/console/sign-in', { method: 'POST', headers });

  test.each([
    { Host: 'localhost:4000', Origin: 'http://localhost:4000', 'Sec-Fetch-Site': 'same-origin' },
    { Host: '127.0.0.1:4000', Origin: 'http://127.0.0.1:4000' },
    { Host: '[::1]:4000', Origin: 'http://[::1]:4000', 'Sec-Fetch-Site': 'same-origin' },
  ])('gives our own page a token: %o', async (headers) => {
    const answer = await signIn(headers);
    expect(await answer.json()).toEqual({ token: 'a token' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['another site', { Host: 'localhost:4000', Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another port', { Host: 'localhost:4000', Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site' }],
    ['another name of ours', { Host: 'localhost:4000', Origin: 'http://127.0.0.1:4000' }],
    [
      'a name bound to our address',
      { Host: 'evil.example:4000', Origin: 'http://evil.example:4000', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['a page without an origin', { Host: 'localhost:4000', Origin: 'null' }],
    ['no page at all', { Host: 'localhost:4000' }],
    ['a link', { Host: 'localhost:4000', Origin: 'http://localhost:4000', 'Sec-Fetch-Site': 'none' }],
  ] as const)('gives %s nothing', async (_, headers) => {
    const answer = await signIn({ ...headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('a token');
  });

  test('is not there where others can reach the address, nor where tokens come from Clerk', async () => {
    const own = { Host: 'localhost:4000', Origin: 'http://localhost:4000' };
    expect((await signIn(own, { host: '0.0.0.0' })).status).toBe(404);
    expect((await signIn(own, { host: '::' })).status).toBe(404);
    expect((await signIn(own, { signInLocally: null })).status).toBe(404);
  });
});

describe('Clerk', () => {
  const clerkPage = (key: string) =>
    consoleRoutes({
      ...options,
      signInLocally: null,
      settings: { ...options.settings, clerkPublishableKey: key },
    }).request('/');

  test('is talked to where it is configured, at the address that its key names', async () => {
    const { headers } = await clerkPage(`pk_test_${btoa('clerk.example.com$')}`);
    expect(headers.get('content-security-policy')).toContain(
      "connect-src 'self' http://localhost:4000 https://clerk.example.com;",
    );
  });

  test('is nobody where its key names none', async () => {
    for (const key of ['pk_test_!', `pk_live_${btoa("a b'; script-src *$")}`]) {
      const { headers } = await clerkPage(key);
      expect(headers.get('content-security-policy')).toContain("connect-src 'self' http://localhost:4000;");
    }
  });
});
