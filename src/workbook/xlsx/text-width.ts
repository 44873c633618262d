/** What a printable ASCII character of Calibri measures, a digit being 1: rounded up, so that nothing is cut off. */
const WIDTHS = new Float32Array(128).fill(1.1);
const measure = (characters: string, width: number): void => {
  for (const character of characters) WIDTHS[character.charCodeAt(0)] = width;
};
measure(' ', 0.5);
measure("ijlI|!.,:;'`", 0.55);
measure('frt()[]{}-/"\\', 0.7);
measure('0123456789', 1);
measure('abcdeghknopqsuvxyz*^_', 1.05);
measure('ABCDEFGHKLNOPQRSTUVXYZ', 1.25);
measure('mwMW@%&', 1.75);

/** Letters of East Asia take the room of two digits. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;
const OTHER_WIDTH = 1.15;
const WIDE_WIDTH = 2;

/** About how wide a text of one line shows, in the digits by which a sheet measures its columns. */
export const textWidth = (line: string): number => {
  let width = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    width += code < 128 ? (WIDTHS[code] ?? 1) : WIDE.test(line.charAt(index)) ? WIDE_WIDTH : OTHER_WIDTH;
  }
  return width;
};

/** About how many lines a text of one line takes in a column of that width, broken between words where it can be. */
export const wrappedLines = (line: string, width: number): number => {
  if (line.length * WIDE_WIDTH <= width || textWidth(line) <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const needed = textWidth(word);
    const gap = used === 0 ? 0 : (WIDTHS[32] ?? 0);
    if (used > 0 && used + gap + needed > width) {
      lines += 1;
      used = 0;
    }
    if (needed > width) {
      lines += Math.ceil(needed / width) - 1;
      used = needed % width;
    } else {
      used += (used === 0 ? 0 : gap) + needed;
    }
  }
  return lines;
};
