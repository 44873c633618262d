import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Either the whole file is there or what was there before: nobody opens half a workbook. */
export async function writeAtomically(
  path: string,
  content: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await pipeline(content, createWriteStream(part, { flags: 'wx' }), { signal });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
