import { createDeflateRaw, crc32 } from 'node:zlib';
import { strFromU8, unzipSync, Zip } from 'fflate';
import { withCreationTime } from './creation-time.ts';

/** Makes the parts of a sheet's XML out of the XML that the library wrote for it. */
export type FillSheet = (laidOut: string) => Iterable<string>;

/** The earliest time that a zip entry can have: every entry's, so that no clock is read. Local time, as zip has it. */
const ZIP_EPOCH = '1980-01-01T00:00:00';
const DEFLATED = 8;
const UTF8_BYTES_A_UNIT_MAX = 3;
/** Half the time of the usual level 6 on a sheet of 100,000 rows, for a file a tenth larger. */
const COMPRESSION_LEVEL = 4;

/**
 * The workbook that the library wrote, with its times of creation set to `createdAt` and the sheets of `fillSheets`
 * (by their path in the package) filled in, in parts. Only one part of a sheet's XML stands in memory at a time, and of
 * the workbook no more than one entry, compressed.
 */
export async function* packWorkbook(
  workbook: Uint8Array,
  createdAt: Date,
  fillSheets: ReadonlyMap<string, FillSheet>,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const taken = (): Uint8Array[] => {
    const ready = parts;
    parts = [];
    return ready;
  };
  for (const [path, file] of Object.entries(withCreationTime(unzipSync(workbook), createdAt))) {
    const fill = fillSheets.get(path);
    addEntry(zip, path, await deflate(fill ? fill(strFromU8(file)) : [file]));
    yield* taken();
  }
  zip.end();
  yield* taken();
}

type Deflated = { compressed: Uint8Array<ArrayBuffer>[]; crc: number; size: number };

/** Compresses part by part, while the next part is made: two buffers in turn hold what is being compressed. */
const deflate = async (parts: Iterable<string | Uint8Array>): Promise<Deflated> => {
  let crc = 0;
  let size = 0;
  const deflater = createDeflateRaw({ level: COMPRESSION_LEVEL, chunkSize: 1 << 16 });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  deflater.on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => deflater.once('end', resolve).once('error', reject));
  const encode = alternatingEncoder();
  let written: Promise<void> = Promise.resolve();
  for (const part of parts) {
    const bytes = typeof part === 'string' ? encode(part) : part;
    crc = crc32(bytes, crc);
    size += bytes.length;
    await written;
    written = new Promise((resolve, reject) => {
      deflater.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }
  await written;
  deflater.end();
  await ended;
  return { compressed: chunks, crc, size };
};

/** UTF-8 in one of two buffers, each good until the next but one call: a buffer a part would be memory by the gigabyte. */
const alternatingEncoder = (): ((text: string) => Uint8Array) => {
  const encoder = new TextEncoder();
  const buffers = [new Uint8Array(0), new Uint8Array(0)];
  let turn = 0;
  return (text) => {
    turn = 1 - turn;
    const lengthMax = text.length * UTF8_BYTES_A_UNIT_MAX;
    let buffer = buffers[turn];
    if (!buffer || buffer.length < lengthMax) buffers[turn] = buffer = new Uint8Array(lengthMax * 2);
    return buffer.subarray(0, encoder.encodeInto(text, buffer).written);
  };
};

const addEntry = (zip: Zip, filename: string, { compressed, crc, size }: Deflated): void => {
  const entry: Parameters<Zip['add']>[0] = {
    filename,
    crc,
    size,
    compression: DEFLATED,
    mtime: ZIP_EPOCH,
  };
  zip.add(entry);
  // Added, an entry has a listener: what is told to it goes into the archive.
  for (const [index, chunk] of compressed.entries()) entry.ondata?.(null, chunk, index === compressed.length - 1);
};
