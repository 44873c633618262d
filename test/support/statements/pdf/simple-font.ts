import { advanceOf, baseFontOf } from './fonts.ts';
import type { FontName } from './fonts.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { toUnicodeMap } from './to-unicode-map.ts';

/**
 * A standard font with an encoding of its own: ASCII as it is, and every other character of the document at the next
 * free code, named by its Unicode value. This writes any alphabet (Greek, Cyrillic, Thai) without a font file.
 */
export class SimpleFont {
  readonly resourceName: string;
  readonly #name: FontName;
  readonly #codes = new Map<string, number>();

  constructor(name: FontName, resourceName: string) {
    this.#name = name;
    this.resourceName = resourceName;
  }

  widthOf(text: string): number {
    let width = 0;
    for (const character of text) width += advanceOf(character, this.#name);
    return width;
  }

  encode(text: string): string {
    return [...text].map((character) => this.#codeOf(character).toString(16).padStart(2, '0')).join('');
  }

  addTo(objects: PdfObjects): number {
    const characters = [...this.#codes.keys()];
    const differences = characters.map((character) => ` /uni${hex16(character)}`).join('');
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const widths = [...ascii, ' ', ...characters].map((character) => advanceOf(character, this.#name));
    const toUnicode = objects.addStream(
      toUnicodeMap(
        [...ascii.map((character, index): [number, string] => [32 + index, character]), ...this.#entries()],
        2,
      ),
    );
    return objects.add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${baseFontOf[this.#name]} /FirstChar 32 /LastChar ` +
        `${widths.length + 31} /Widths [${widths.join(' ')}] /ToUnicode ${toUnicode} 0 R ` +
        `/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128${differences}] >> >>`,
    );
  }

  #entries(): [number, string][] {
    return [...this.#codes].map(([character, code]) => [code, character]);
  }

  #codeOf(character: string): number {
    const ascii = character.charCodeAt(0);
    if (ascii >= 32 && ascii <= 126) return ascii;
    const known = this.#codes.get(character);
    if (known !== undefined) return known;
    const code = 128 + this.#codes.size;
    if (code > 255) throw new Error('more than 128 characters outside ASCII in one font');
    this.#codes.set(character, code);
    return code;
  }
}

function hex16(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
}
