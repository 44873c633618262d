import { ExtractionError } from '../../extraction-error.ts';

/** Where a chain of sectors ends; what is above it is free, or part of the tables themselves. */
const END_OF_CHAIN = 0xff_ff_ff_fe;
const FIRST_NO_SECTOR = 0xff_ff_ff_fa;
const ENTRY_BYTES = 128;
const HEADER_BYTES = 512;
/** Sector numbers of the table in the header itself. */
const IN_HEADER = 109;

type Entry = { name: string; kind: number; start: number; size: number };

/**
 * The stream of one of these names, at the top of a compound file (MS-CFB): the container of Office before 2007. Null
 * where there is none.
 *
 * @throws {ExtractionError} `damaged_file`
 */
export function readStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  try {
    return new CompoundFile(bytes).stream(names);
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw damaged(cause);
  }
}

class CompoundFile {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly sectorBytes: number;
  private readonly next: number[];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged(null);
    this.sectorBytes = 2 ** shift;
    this.next = this.tableOf(this.sectorsOfTable());
  }

  stream(names: readonly string[]): Uint8Array | null {
    const entries = this.entries();
    const [root] = entries;
    const found = names.flatMap((name) => entries.find((entry) => entry.kind === 2 && entry.name === name) ?? [])[0];
    if (root === undefined || found === undefined) return null;
    const cutoff = this.view.getUint32(56, true);
    if (found.size >= cutoff) return this.chain(found.start).subarray(0, found.size);
    // Small streams share the root's, in sectors of their own.
    const shared = this.chain(root.start);
    const bytes = 2 ** this.view.getUint16(32, true);
    const next = words(this.chain(this.view.getUint32(60, true)));
    const pieces = follow(found.start, next, shared.length / bytes).map((at) =>
      shared.subarray(at * bytes, (at + 1) * bytes),
    );
    return Buffer.concat(pieces).subarray(0, found.size);
  }

  private entries(): Entry[] {
    const directory = this.chain(this.view.getUint32(48, true));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index): Entry => {
      const at = index * ENTRY_BYTES;
      const length = Math.min(Math.max(0, view.getUint16(at + 64, true) - 2), 62);
      return {
        name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
        kind: view.getUint8(at + 66),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      };
    });
  }

  /** The sectors that hold the table of sectors: the first are named in the header, more of them in a chain of lists. */
  private sectorsOfTable(): number[] {
    const sectors = Array.from({ length: IN_HEADER }, (_, index) => this.view.getUint32(76 + index * 4, true));
    const lists = this.view.getUint32(72, true);
    let list = this.view.getUint32(68, true);
    for (let read = 0; read < lists && list < FIRST_NO_SECTOR; read++) {
      const own = words(this.sector(list));
      list = own.pop() ?? END_OF_CHAIN;
      sectors.push(...own);
    }
    return sectors.filter((sector) => sector < FIRST_NO_SECTOR);
  }

  private tableOf(sectors: readonly number[]): number[] {
    return sectors.flatMap((sector) => words(this.sector(sector)));
  }

  private chain(start: number): Uint8Array {
    const most = this.bytes.length / this.sectorBytes;
    return Buffer.concat(follow(start, this.next, most).map((sector) => this.sector(sector)));
  }

  private sector(index: number): Uint8Array {
    const from =
      HEADER_BYTES === this.sectorBytes ? HEADER_BYTES + index * this.sectorBytes : (index + 1) * this.sectorBytes;
    if (from >= this.bytes.length) throw damaged(null);
    return this.bytes.subarray(from, from + this.sectorBytes);
  }
}

/** The sectors of a chain, which may not come back to itself: it has no more of them than there are. */
function follow(start: number, next: readonly number[], most: number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < FIRST_NO_SECTOR; sector = next[sector] ?? END_OF_CHAIN) {
    if (sectors.length > most) throw damaged(null);
    sectors.push(sector);
  }
  return sectors;
}

function words(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function damaged(cause: unknown): ExtractionError {
  return new ExtractionError('damaged_file', 'The workbook is damaged. Export it from your bank again.', { cause });
}
