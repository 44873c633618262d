import { Buffer } from 'node:buffer';

/** Bytes that a decoder of `encoding` reads as `text`: what Node decodes it seldom encodes. */
export function encodeText(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8' || encoding === 'utf-16le') return Buffer.from(text, encoding);
  const bytesOf = codePage(encoding);
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = bytesOf.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** The bytes, one or two, of each character of a code page. */
function codePage(encoding: string): Map<string, Buffer> {
  const known = codePages.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const page = new Map<string, Buffer>();
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !page.has(character)) page.set(character, Buffer.from(bytes));
    } catch {
      // These bytes stand for nothing.
    }
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  codePages.set(encoding, page);
  return page;
}

const codePages = new Map<string, Map<string, Buffer>>();
