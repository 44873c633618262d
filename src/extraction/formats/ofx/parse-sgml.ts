import { ExtractionError } from '../../extraction-error.ts';

/** An element of an OFX file. `text` is what stands directly in it, with its entities resolved. */
export type OfxElement = { name: string; text: string; children: OfxElement[] };

/** OFX nests a dozen elements; a file that nests more is none. */
const MOST_DEPTH = 200;

/** Elements that are never values and never stand in themselves: an open one ends where the next begins. */
const AGGREGATES: ReadonlySet<string> = new Set(
  'STMTTRN STMTTRNRS CCSTMTTRNRS STMTRS CCSTMTRS BANKTRANLIST INVBANKTRAN INVTRANLIST'.split(' '),
);

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([A-Za-z][\w.:-]*)[^<>]*>|([^<]+|<)/g;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Reads OFX 1 (SGML, where an element with text need not be closed) and OFX 2 (XML) alike: an element that is not closed
 * when an outer one is was a value, perhaps an empty one, and what seemed to stand in it stands beside it. Names are in
 * capitals, without prefix. `isWhole` tells whether everything that was opened by name was closed, in the end.
 *
 * @throws {ExtractionError} `damaged_file` where elements are nested without end
 */
export function parseSgml(text: string): { root: OfxElement; isWhole: boolean } {
  const root: OfxElement = { name: '', text: '', children: [] };
  const open: OfxElement[] = [root];
  for (const [, cdata, slash, name, raw] of text.matchAll(TOKEN)) {
    const current = open.at(-1) ?? root;
    if (cdata !== undefined) current.text += cdata;
    else if (raw !== undefined) current.text += resolve(raw);
    else if (name === undefined) continue;
    else if (slash === '/') closeElement(open, plainName(name));
    else openElement(open, plainName(name));
  }
  return { root, isWhole: open.length === 1 };
}

function plainName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toUpperCase();
}

function openElement(open: OfxElement[], name: string): void {
  const current = open.at(-1);
  // Text ends with the next tag: the element that holds it was a value.
  if (current !== undefined && open.length > 1 && current.text.trim() !== '') open.pop();
  if (AGGREGATES.has(name)) closeElement(open, name);
  if (open.length > MOST_DEPTH) {
    throw new ExtractionError(
      'damaged_file',
      'The file is damaged: its parts are nested without end. Download it again.',
    );
  }
  const element: OfxElement = { name, text: '', children: [] };
  open.at(-1)?.children.push(element);
  open.push(element);
}

function closeElement(open: OfxElement[], name: string): void {
  const at = open.findLastIndex((element, index) => index > 0 && element.name === name);
  // What was never opened cannot be closed: a value's end where the value was closed by another tag.
  if (at > 0) closeUpTo(open, at + 1);
  if (at > 0) open.pop();
}

/** Elements that were never closed are values, unless they never are: a value's children are its siblings. */
function closeUpTo(open: OfxElement[], depth: number): void {
  while (open.length > depth) {
    const element = open.pop();
    const parent = open.at(-1);
    if (element === undefined || parent === undefined) return;
    if (AGGREGATES.has(element.name)) continue;
    for (const child of element.children) parent.children.push(child);
    element.children = [];
  }
}

function resolve(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
  });
}
