/**
 * Text without what XML 1.0 cannot hold (section 2.2: control characters, U+FFFE, U+FFFF, halves of surrogate pairs).
 * Line breaks of every kind become `\n`.
 */
export const printable = (text: string): string =>
  // Most texts are plain.
  /^[ -~]*$/.test(text)
    ? text
    : text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');

/** Printable text on one line: runs of white space become one space. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/gu, ' ').trim();

/** The first `length` characters, counted so that no character outside the basic plane is cut in two. */
export const firstCharacters = (text: string, length: number): string => Array.from(text).slice(0, length).join('');
