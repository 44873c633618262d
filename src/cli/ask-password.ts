import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for a statement's password without showing it; null where nobody sits at a terminal. */
export async function askPassword(filename: string, signal: AbortSignal): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // The terminal gives keys instead of signals while a line is read.
  line.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  process.stderr.write(`Password of ${filename}: `);
  try {
    return await line.question('', { signal });
  } finally {
    line.close();
    process.stderr.write('\n');
  }
}
