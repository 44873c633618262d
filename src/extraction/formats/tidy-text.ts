/** One line of text: every run of white space is a space, and characters that show nothing are gone. */
export function tidyLine(text: string): string {
  return text
    .replaceAll(/(?![\t-\r])\p{Cc}|[\u200b\ufeff\ufffe\uffff]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Texts that say something new, a line each: what an earlier or longer one already says is left out. */
export function joinTexts(texts: readonly (string | null | undefined)[]): string {
  const lines: string[] = [];
  for (const text of texts) {
    const line = tidyLine(text ?? '');
    if (line === '' || lines.some((other) => ` ${other} `.includes(` ${line} `))) continue;
    const told = lines.findIndex(
      (other) => line.startsWith(other) && (other.length >= CUT_AT || line[other.length] === ' '),
    );
    if (told < 0) lines.push(line);
    else lines[told] = line;
  }
  return lines.join('\n');
}

/** So long a text may be the beginning of another one, cut to a field's length. */
const CUT_AT = 20;

/** Tidied text, or null where none is left. */
export function tidyOrNull(text: string | null | undefined): string | null {
  return tidyLine(text ?? '') || null;
}
