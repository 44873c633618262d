import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** What the page's modules import by name, and the file of the package that is meant, as a browser loads it. */
const MODULES: Readonly<Record<string, string>> = {
  preact: 'preact/dist/preact.mjs',
  'preact/hooks': 'preact/hooks/dist/hooks.mjs',
  htm: 'htm/dist/htm.module.js',
  'htm/preact': 'htm/preact/index.module.js',
  '@preact/signals': '@preact/signals/dist/signals.mjs',
  '@preact/signals-core': '@preact/signals-core/dist/signals-core.mjs',
  'graphql-sse': 'graphql-sse/lib/client.mjs',
  uplot: 'uplot/dist/uPlot.esm.js',
  'pdfjs-dist': 'pdfjs-dist/legacy/build/pdf.min.mjs',
};

/** What is loaded besides, each by the name of its file; a folder ends in a slash and stands for the files in it. */
const OTHERS = [
  '@clerk/clerk-js/dist/',
  'graphql-sse/lib/common.mjs',
  'graphql-sse/lib/parser.mjs',
  'graphql-sse/lib/utils.mjs',
  'uplot/dist/uPlot.min.css',
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  'pdfjs-dist/cmaps/',
  'pdfjs-dist/iccs/',
  'pdfjs-dist/standard_fonts/',
  'pdfjs-dist/wasm/',
];

const served = new Set([...Object.values(MODULES), ...OTHERS]);

/** The file behind `vendor/<path>`, or null for everything that is not on the lists above. */
export function findVendorFile(path: string): string | null {
  if (!/^[\w@./-]+$/.test(path) || path.includes('..')) return null;
  if (path.endsWith('/') || !(served.has(path) || served.has(path.replace(/[^/]+$/, '')))) return null;
  return join(
    packageFolder(path),
    path
      .split('/')
      .slice(path.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}

/** Browsers know no packages: every import by a name becomes an import from `<base>/vendor/`. */
export const resolveImports = (code: string, base: string): string =>
  code.replace(/(\b(?:from|import)\s*\(?\s*)(["'])([\w@][\w@/-]*)\2/g, (whole, before: string, quote: string, name) => {
    const path = MODULES[String(name)];
    return path ? `${before}${quote}${base}/vendor/${path}${quote}` : whole;
  });

/** The packages with their versions: a change of one must change the addresses of the page's files. */
export const vendorVersions = (): string =>
  [...new Set([...served].map(packageName))]
    .map((name) => `${name} ${createRequire(import.meta.url)(packageJsonOf(name)).version}`)
    .join('\n');

const packageName = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

const packageFolder = (path: string): string => dirname(packageJsonOf(packageName(path)));

function packageJsonOf(name: string): string {
  const found = findPackageJSON(name, import.meta.url);
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}
