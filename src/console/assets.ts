import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { findVendorFile, resolveImports, vendorVersions } from './vendor.ts';

/** Everything that the page loads, under addresses that change with their content. */
export type Assets = {
  /** What the addresses start with: `/console/<version>`. */
  base: string;
  /** The page's own modules, as far as it needs them at once, and its styles, as paths below `base`. */
  modules: string[];
  styles: string[];
  /** The content behind a path below `base`, or null. */
  find: (path: string) => Promise<Asset | null>;
};

export type Asset = { body: string | Uint8Array<ArrayBuffer>; contentType: string };

/** What is loaded only where it is needed, since it brings much along. */
const LATER = new Set(['web/pdf-document.ts']);

const WEB = join(import.meta.dirname, 'web');

/**
 * Reads the page's own files once and takes the types out of its modules, as Node does with the server's: there is no
 * build. What comes from packages is read when it is asked for.
 */
export async function loadAssets(): Promise<Assets> {
  // A compiler of 10 MB, which a server whose page nobody opens does without.
  const { transformSync } = await import('amaro');
  const withoutTypes = (code: string): string => transformSync(code, { mode: 'strip-only' }).code;
  const names = (await readdir(WEB, { recursive: true })).filter((name) => extname(name) in TYPES).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(WEB, name), 'utf8')));
  const hash = createHash('sha256').update(vendorVersions());
  for (const text of texts) hash.update(`\0${text}`);
  const base = `/console/${hash.digest('hex').slice(0, 16)}`;

  const own = new Map(
    names.map((name, n): [string, Asset] => {
      const text = texts[n] ?? '';
      const body = name.endsWith('.ts') ? resolveImports(withoutTypes(text), base) : text;
      return [`web/${name}`, { body, contentType: typeOf(name) }];
    }),
  );
  const paths = [...own.keys()];

  const findVendor = async (path: string): Promise<Asset | null> => {
    const file = findVendorFile(path);
    if (file === null) return null;
    const bytes = await readFile(file);
    const isModule = typeOf(path) === TYPES['.ts'];
    return {
      body: isModule ? resolveImports(bytes.toString('utf8'), base) : Uint8Array.from(bytes),
      contentType: typeOf(path),
    };
  };

  return {
    base,
    modules: paths.filter((path) => path.endsWith('.ts') && !LATER.has(path)),
    styles: ['vendor/uplot/dist/uPlot.min.css', ...paths.filter((path) => path.endsWith('.css'))],
    find: async (path) =>
      own.get(path) ?? (path.startsWith('vendor/') ? findVendor(path.slice('vendor/'.length)) : null),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const typeOf = (name: string): string => TYPES[extname(name)] ?? 'application/octet-stream';
