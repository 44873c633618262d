import { firstCharacters, oneLine } from '../printable-text.ts';

/** An aggregate: its children that are there, in order. */
export const element = (name: string, children: readonly string[]): string =>
  [`<${name}>`, ...children.filter((child) => child !== ''), `</${name}>`].join('\n');

/** One line `<NAME>text</NAME>`, cut to `length` characters; nothing at all for an empty text. */
export const field = (name: string, text: string, length = Infinity): string => {
  const value = firstCharacters(oneLine(text), length).trim();
  return value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`;
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A time as section 3.2.8.2 has it: a zone may only follow on milliseconds. */
export const timestamp = (time: Date): string => `${time.toISOString().replace(/[-:TZ]/g, '')}[0:GMT]`;

/** A date without a time is given as noon in GMT, which is the same day in nearly every time zone. */
export const noon = (isoDate: string): string => `${isoDate.replaceAll('-', '')}120000.000[0:GMT]`;
