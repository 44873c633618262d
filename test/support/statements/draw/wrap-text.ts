import { isIdeographic, textWidth } from '../pdf/fonts.ts';
import type { FontName } from '../pdf/fonts.ts';

/** Breaks a paragraph into lines no wider than `width` points, between words, or where a word alone is wider. */
export function wrapText(text: string, width: number, font: FontName, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const longer = line + piece;
    if (line !== '' && textWidth(longer.trimEnd(), font, size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = longer;
    while (textWidth(line.trimEnd(), font, size) > width && line.trimEnd().length > 1) {
      const cut = longestFit(line, width, font, size);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Words with the space after them; ideographs stand alone, for a line may break between any two. */
function pieces(text: string): string[] {
  const result: string[] = [];
  for (const word of text.match(/[^ ]+ *| +/g) ?? []) {
    let run = '';
    for (const character of word) {
      if (isIdeographic(character)) {
        if (run !== '') result.push(run);
        result.push(character);
        run = '';
      } else run += character;
    }
    if (run !== '') result.push(run);
  }
  return result;
}

function longestFit(text: string, width: number, font: FontName, size: number): number {
  let count = 1;
  while (count < text.length && textWidth(text.slice(0, count + 1), font, size) <= width) count += 1;
  return count;
}
