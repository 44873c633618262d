import { Buffer } from 'node:buffer';

/** A record of a workbook stream (MS-XLS, 2.1.4). */
export function record(type: number, ...data: (number[] | Buffer)[]): Buffer {
  const body = Buffer.concat(data.map((part) => Buffer.from(part)));
  return Buffer.concat([uint16(type), uint16(body.length), body]);
}

export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function float64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

const SECTOR = 512;
const END = 0xff_ff_ff_fe;
const OF_TABLE = 0xff_ff_ff_fd;
const FREE = 0xff_ff_ff_ff;

/** A compound file (MS-CFB) with one stream: a sector for the table, one for the directory, the rest is the stream. */
export function writeCompoundFile(name: string, stream: Buffer): Buffer {
  // Shorter streams would share a stream of their own.
  const padded = Buffer.concat([stream, Buffer.alloc(Math.max(0, 4_096 - stream.length))]);
  const count = Math.ceil(padded.length / SECTOR);
  const header = Buffer.alloc(SECTOR, 0);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4_096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let at = 76; at < SECTOR; at += 4) header.writeUInt32LE(at === 76 ? 0 : FREE, at);
  const table = Buffer.concat(
    Array.from({ length: SECTOR / 4 }, (_, sector) => {
      if (sector === 0) return uint32(OF_TABLE);
      if (sector === 1 || sector === count + 1) return uint32(END);
      return uint32(sector < count + 1 ? sector + 1 : FREE);
    }),
  );
  const directory = Buffer.concat([
    entry('Root Entry', 5, END, 0),
    entry(name, 2, 2, padded.length),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, table, directory, padded, Buffer.alloc(count * SECTOR - padded.length)]);
}

function entry(name: string, kind: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(`${name}\0`, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(kind, 66);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
