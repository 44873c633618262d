import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { answerCalls } from '../../../src/extraction/sandbox/answer-calls.ts';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import type { ExtractedDocument } from '../../../src/extraction/statement.ts';

/** A reader that takes the document's text for an order to misbehave. */
answerCalls({
  async count(bytes, options) {
    const answer = await obey(Buffer.from(bytes).toString(), options.password);
    return { pages: process.pid, mimeType: answer, sha256: '', unlockedSha256: null };
  },
  async read(bytes, { maxPages, onPage }): Promise<ExtractedDocument> {
    const orders = Buffer.from(bytes).toString();
    for (let page = 1; page <= maxPages; page++) onPage(page, maxPages);
    // Tells the test whom to look for.
    onPage(process.pid, maxPages);
    await obey(orders);
    return {
      statements: [],
      sourceFormat: 'pdf-text',
      warnings: [orders.slice(0, 20)],
      pages: maxPages,
      characters: bytes.length,
    };
  },
  prove: async () => null,
});

async function obey(order: string, password?: string): Promise<string> {
  switch (order) {
    case 'spin':
      for (;;);
    case 'wait':
      return new Promise(() => undefined);
    case 'eat buffers':
      for (const eaten: Buffer[] = []; ;) eaten.push(Buffer.alloc(8 * 1024 * 1024, 1));
    case 'eat heap':
      for (const eaten: string[][] = []; ;) eaten.push(Array.from({ length: 10_000 }, (_, n) => `${n}`));
    case 'grow wasm':
      return String(growMemory());
    case 'run out of heap':
      process.stderr.write('FATAL ERROR: Reached heap limit: JavaScript heap out of memory\n');
      process.abort();
      break;
    case 'abort':
      process.abort();
      break;
    case 'segfault':
      process.kill(process.pid, 'SIGSEGV');
      return new Promise(() => undefined);
    case 'be killed by the system':
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    case 'exit':
      process.exit(3);
      break;
    case 'trap':
      return trap();
    case 'throw':
      throw new Error('account 4321 of Ada');
    case 'throw later':
      setTimeout(() => {
        throw new Error('account 4321 of Ada');
      });
      return new Promise(() => undefined);
    case 'complain':
      throw new ExtractionError('encrypted_pdf', 'The PDF is protected by a password.');
    case 'tell':
      return JSON.stringify({ env: process.env, argv: [...process.argv, ...process.execArgv], password });
    case 'break out':
      return JSON.stringify(breakOut());
    default:
      return order;
  }
}

function growMemory(): number {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  try {
    for (;;) memory.grow(16);
  } catch {
    return memory.buffer.byteLength;
  }
}

/** (module (func (export "f") unreachable)) */
function trap(): never {
  const sections = ['0061736d01000000', '010401600000', '03020100', '07050101660000', '0a05010300000b'];
  const code = Buffer.from(sections.join(''), 'hex');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code));
  const { f } = instance.exports;
  if (typeof f === 'function') f();
  throw new Error('did not trap');
}

/** The codes with which each attempt to leave the sandbox is refused. */
function breakOut(): string[] {
  const attempts = [
    () => readFileSync('/etc/passwd'),
    () => readFileSync(new URL('../../../LICENSE', import.meta.url)),
    () => writeFileSync(`${tmpdir()}/broken-out`, ''),
    () => spawnSync('true'),
  ];
  return attempts.map((attempt) => {
    try {
      attempt();
      return 'succeeded';
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'another error';
    }
  });
}
