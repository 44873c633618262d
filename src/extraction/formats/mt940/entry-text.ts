import { tidyLine } from '../tidy-text.ts';
import { knownReference } from './statement-line.ts';

/** What the information to the account owner (`:86:`, `:NS:`) tells of an entry. */
export type EntryText = { lines: string[]; reference: string | null };

/** Lines of a text are wrapped at this length: a full one goes on in the next without a space. */
const WRAPPED_AT = 65;
/** So long is a part of the purpose; a full one goes on in the next part. */
const PART_LENGTH = 27;

/** Reads the text in whichever of its forms it has: subfields (`?20`), codes (`/REMI/`), or free words. */
export function readEntryText(lines: readonly string[]): EntryText {
  const wrapped = lines.join('');
  const separator = /^\s*\d{3}\s?([^A-Za-z0-9\s,.;:/])\d{2}/.exec(wrapped)?.[1];
  if (separator !== undefined) return readSubfields(wrapped, separator);
  if (/^\/[A-Z]{2,4}\//.test(wrapped)) return readCodes(wrapped);
  return { lines: [unwrap(lines)], reference: null };
}

/** German banks' subfields: `?00` booking text, `?20` to `?29` and `?60` to `?63` purpose, `?32` and `?33` name. */
function readSubfields(text: string, separator: string): EntryText {
  const parts = [...text.matchAll(new RegExp(`[${separator === '^' ? '\\^' : separator}](\\d{2})`, 'g'))];
  const fields = parts.map((part, index) => ({
    code: Number(part[1]),
    value: text.slice(part.index + part[0].length, parts[index + 1]?.index ?? text.length),
  }));
  const join = (from: number, to: number, length: number) =>
    fields
      .filter(({ code }) => code >= from && code <= to)
      .reduce((sum, { value }) => sum + value + (value.length >= length ? '' : ' '), '');
  const purpose = join(20, 29, PART_LENGTH) + join(60, 63, PART_LENGTH);
  const sepa = readSepaTags(purpose);
  return {
    lines: [join(0, 0, PART_LENGTH), join(32, 33, PART_LENGTH), sepa.SVWZ ?? purpose, sepa.ABWA ?? ''],
    reference: knownReference(sepa.EREF ?? '') ?? knownReference(sepa.KREF ?? ''),
  };
}

/** `EREF+…MREF+…SVWZ+…`: what a SEPA payment carries, by its tag. */
function readSepaTags(purpose: string): Partial<Record<string, string>> {
  const tags = [...purpose.matchAll(/(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE)\+/g)];
  return Object.fromEntries(
    tags.map((tag, index) => [
      tag[1] ?? '',
      purpose.slice(tag.index + tag[0].length, tags[index + 1]?.index ?? purpose.length).trim(),
    ]),
  );
}

/** Codes between slashes, as Dutch and other banks write them: `/EREF/…/NAME/…/REMI/…`. */
function readCodes(text: string): EntryText {
  const parts = [...text.matchAll(/\/([A-Z]{2,4})\//g)];
  const values = new Map<string, string>();
  parts.forEach((part, index) => {
    // Codes may stand side by side and share a slash: `/BENM//NAME/`.
    const value = text.slice(part.index + part[0].length, parts[index + 1]?.index ?? text.length);
    const code = part[1] ?? '';
    if (!values.has(code) && tidyLine(value) !== '') values.set(code, value);
  });
  const told = ['TRTP', 'NAME', 'REMI', 'USTD', 'TRCD'].flatMap((code) => values.get(code) ?? []);
  return {
    lines: told.length > 0 ? told : [text],
    reference: knownReference(values.get('EREF') ?? '') ?? knownReference(values.get('PREF') ?? ''),
  };
}

function unwrap(lines: readonly string[]): string {
  return lines.reduce((text, line) => text + line + (line.length >= WRAPPED_AT ? '' : ' '), '');
}

/** `:NS:` numbers its lines: 01 to 14 purpose, 15 and 16 name, 17 booking text; over the entries 22 is the holder. */
export function readNumberedLines(lines: readonly string[]): { text: EntryText; holder: string | null } {
  const fields = lines.flatMap((line) => {
    const match = /^(\d{2})(.*)$/.exec(line);
    return match === null ? [] : [{ code: Number(match[1]), value: match[2] ?? '' }];
  });
  const join = (from: number, to: number) =>
    fields
      .filter(({ code }) => code >= from && code <= to)
      .map(({ value }) => value)
      .join(' ');
  return {
    text: { lines: [join(17, 17), join(15, 16), join(1, 14)], reference: null },
    holder: tidyLine(join(22, 22)) || null,
  };
}
