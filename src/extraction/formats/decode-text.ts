/** Byte order marks, and the encodings that they stand for. */
const MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The encoding that bytes are surely in: by their mark, their zeros, or because they are valid UTF-8; null otherwise. */
export function sureEncoding(bytes: Uint8Array): string | null {
  for (const [mark, encoding] of MARKS) if (mark.every((byte, at) => bytes[at] === byte)) return encoding;
  const zeros = zerosAt(bytes);
  if (zeros !== null) return zeros;
  return isUtf8(bytes) ? 'utf-8' : null;
}

/**
 * The text of a file. What is valid UTF-8 is UTF-8, whatever the file says of itself: no other encoding makes that by
 * chance. Else `declared` decides, where it names an encoding that is known, else Western Europe's Windows code page.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const encoding = sureEncoding(bytes) ?? knownEncoding(declared) ?? 'windows-1252';
  return new TextDecoder(encoding).decode(bytes);
}

/** In UTF-16 without a mark every other byte of plain text is zero. */
function zerosAt(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 400);
  if (head.length < 4) return null;
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  if (odd > head.length * 0.3 && even === 0) return 'utf-16le';
  if (even > head.length * 0.3 && odd === 0) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function knownEncoding(declared: string | null): string | null {
  const label = declared === null ? '' : /^\d{3,4}$/.test(declared) ? `windows-${declared}` : declared;
  try {
    return label === '' ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
