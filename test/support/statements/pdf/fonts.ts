/**
 * The typefaces a page can use: the PDF standard fonts, which need no font file, with their published advance widths
 * (thousandths of the font size, characters 32 to 126).
 */
export type FontName = 'sans' | 'sans-bold' | 'serif' | 'serif-bold' | 'mono';

const widthTables: Record<Exclude<FontName, 'mono'>, number[]> = {
  sans: table(
    '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
  ),
  'sans-bold': table(
    '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584',
  ),
  serif: table(
    '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541',
  ),
  'serif-bold': table(
    '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520',
  ),
};

export const baseFontOf: Record<FontName, string> = {
  sans: 'Helvetica',
  'sans-bold': 'Helvetica-Bold',
  serif: 'Times-Roman',
  'serif-bold': 'Times-Bold',
  mono: 'Courier',
};

/** The advance of one character in thousandths of the font size. */
export function advanceOf(character: string, font: FontName): number {
  if (isIdeographic(character)) return 1000;
  if (font === 'mono') return 600;
  const widths = widthTables[font];
  const own = widths[character.charCodeAt(0) - 32];
  if (own !== undefined) return own;
  return widths[(specialForms[character] ?? baseLetter(character)).charCodeAt(0) - 32] ?? 556;
}

/** The width of a line of text in points. */
export function textWidth(text: string, font: FontName, size: number): number {
  let sum = 0;
  for (const character of text) sum += advanceOf(character, font);
  return (sum * size) / 1000;
}

/** Characters that no standard font has and that are as wide as they are high. */
export function isIdeographic(character: string): boolean {
  return /[\u1100-\u11ff\u3000-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  );
}

/** As wide as another character: thin spaces as narrow letters, dashes as digits. */
const specialForms: Record<string, string> = {
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2212': '+',
  '’': "'",
  '·': '.',
};

/** É is as wide as E. */
function baseLetter(character: string): string {
  return character.normalize('NFD').charAt(0);
}

function table(widths: string): number[] {
  return widths.split(' ').map(Number);
}
