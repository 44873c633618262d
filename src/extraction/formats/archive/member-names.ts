/** Of an entry in the central directory of a zip (APPNOTE.TXT, 4.3.12): its signature, and where it says how long it is. */
const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const NAME_LENGTH = 28;
const EXTRA_LENGTH = 30;
const COMMENT_LENGTH = 32;
const NAME = 46;

/** The files in a zip by the names in its central directory, which nothing has to be unpacked for; no folders. */
export function memberNames(bytes: Uint8Array): string[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = zip.indexOf(ENTRY); at >= 0 && at + NAME <= zip.length; at = zip.indexOf(ENTRY, at)) {
    const end = at + NAME + zip.readUInt16LE(at + NAME_LENGTH);
    names.push(zip.toString('utf8', at + NAME, end));
    at = end + zip.readUInt16LE(at + EXTRA_LENGTH) + zip.readUInt16LE(at + COMMENT_LENGTH);
  }
  return names.filter((name) => !name.endsWith('/') && !isOfFinder(name));
}

/** What macOS adds to archives about their files. */
export const isOfFinder = (name: string): boolean => name.startsWith('__MACOSX/') || /(?:^|\/)\.DS_Store$/.test(name);

/** What banks call exports for machines. */
const EXPORT = /\.(?:xml|camt|c5[234]|05[234]|sta|mt940|940|942|swi|txt|csv|ofx|qfx|qif|bai2?)$/i;

/** Whether a zip holds nothing but files that are called as exports for machines are. */
export function holdsExports(bytes: Uint8Array): boolean {
  const names = memberNames(bytes);
  return names.length > 0 && names.every((name) => EXPORT.test(name));
}
