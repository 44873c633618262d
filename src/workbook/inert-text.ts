import { oneLine } from './printable-text.ts';

/**
 * A statement's text is somebody else's: a payment reference `=HYPERLINK(…)` must not become a formula when the file is
 * opened. An apostrophe in front makes it text (OWASP, "CSV Injection"). A text of several lines becomes one, since
 * many importers take every line of a file for a row.
 */
export const inert = (text: string): string => {
  const line = oneLine(text);
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
};
