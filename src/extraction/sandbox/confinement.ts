import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../', import.meta.url);
/** All that a reader may open: code. The data directory, with its database and keys, is not among it. */
const READABLE = ['src', 'node_modules', 'package.json'].map((path) => fileURLToPath(new URL(path, ROOT)));
const WASM_PAGE_BYTES = 65_536;

/**
 * Node's options for a process that runs `module` and may open nothing but code, start nothing, and write nothing. Its
 * JavaScript heap and its WebAssembly memory are bound by `memoryLimitBytes` each.
 */
export const confine = (module: string, memoryLimitBytes: number): string[] => {
  const readable = [...READABLE, ...READABLE.map((path) => realpathSync(path)), dirname(module)];
  return [
    // Objects that live as long as their document fill a larger nursery in vain: 90 MB less for 500 pages, at no cost.
    '--max-semi-space-size=8',
    // And what 500 pages keep is kept to their end: to search it all for garbage again and again while it grows took a
    // sixth of a processor.
    '--initial-old-space-size=180',
    // Nobody waits for code that is compiled once more beside the reading: a sixth less of a processor for 500 pages.
    // Loops that run for long, as over the points of a picture, are compiled all the same.
    '--invocation-count-for-turbofan=100000',
    `--max-old-space-size=${Math.floor(memoryLimitBytes / 1024 ** 2)}`,
    `--wasm-max-mem-pages=${Math.floor(memoryLimitBytes / WASM_PAGE_BYTES)}`,
    '--permission',
    // For the thread that watches the parent; Node warns of it at every start.
    '--allow-worker',
    '--disable-warning=PERM0006',
    ...new Set(readable.map((path) => `--allow-fs-read=${path}`)),
  ];
};
