/** A record of a workbook stream: its number, and its data with that of the records that continue it, piece by piece. */
export type BiffRecord = { type: number; at: number; pieces: Uint8Array[] };

const CONTINUE = 0x3c;

/** The records of a workbook stream (MS-XLS, 2.1.4), from `start` on. A record that breaks off ends them. */
export function* readRecords(stream: Uint8Array, start = 0): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let current: BiffRecord | null = null;
  for (let at = start; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const from = at + 4;
    const to = from + view.getUint16(at + 2, true);
    if (to > stream.length) break;
    if (type === CONTINUE && current !== null) current.pieces.push(stream.subarray(from, to));
    else {
      if (current !== null) yield current;
      current = { type, at, pieces: [stream.subarray(from, to)] };
    }
    at = to;
  }
  if (current !== null) yield current;
}

/**
 * Reads on through the pieces of a record. Characters that go on in the next piece begin there with a byte that says
 * anew how wide they are.
 */
export class PieceReader {
  private readonly pieces: readonly Uint8Array[];
  private piece = 0;
  private offset = 0;

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces;
  }

  get isDone(): boolean {
    return this.left === 0 && this.piece >= this.pieces.length - 1;
  }

  byte(): number {
    this.skipEmpty();
    const value = this.current[this.offset];
    if (value === undefined) throw new RangeError('The record breaks off');
    this.offset++;
    return value;
  }

  uint16(): number {
    return this.byte() + this.byte() * 0x1_00;
  }

  uint32(): number {
    return this.uint16() + this.uint16() * 0x1_00_00;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      this.skipEmpty();
      const step = Math.min(left, this.left);
      if (step === 0) throw new RangeError('The record breaks off');
      this.offset += step;
      left -= step;
    }
  }

  /** So many characters, of one byte each or of two. */
  characters(count: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = count; left > 0;) {
      if (this.left === 0) {
        if (this.piece >= this.pieces.length - 1) throw new RangeError('The record breaks off');
        this.skipEmpty();
        wide = (this.byte() & 1) === 1;
      }
      const width = wide ? 2 : 1;
      const here = Math.min(left, Math.floor(this.left / width));
      if (here === 0) throw new RangeError('A character is cut in two');
      const bytes = this.current.subarray(this.offset, this.offset + here * width);
      text += wide ? UTF16.decode(bytes) : Buffer.from(bytes).toString('latin1');
      this.offset += here * width;
      left -= here;
    }
    return text;
  }

  private get current(): Uint8Array {
    return this.pieces[this.piece] ?? NO_BYTES;
  }

  private get left(): number {
    return this.current.length - this.offset;
  }

  private skipEmpty(): void {
    while (this.left === 0 && this.piece < this.pieces.length - 1) {
      this.piece++;
      this.offset = 0;
    }
  }
}

const UTF16 = new TextDecoder('utf-16le');
const NO_BYTES = new Uint8Array(0);
