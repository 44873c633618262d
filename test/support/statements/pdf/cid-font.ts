import type { PdfObjects } from './pdf-objects.ts';

/** Which of the four East Asian character collections a document's ideographs are taken from. */
export type CjkScript = 'simplified' | 'traditional' | 'japanese' | 'korean';

const collections: Record<CjkScript, { ordering: string; cmap: string; baseFont: string }> = {
  simplified: { ordering: 'GB1', cmap: 'UniGB-UCS2-H', baseFont: 'STSong-Light' },
  traditional: { ordering: 'CNS1', cmap: 'UniCNS-UCS2-H', baseFont: 'MSung-Light' },
  japanese: { ordering: 'Japan1', cmap: 'UniJIS-UCS2-H', baseFont: 'HeiseiKakuGo-W5' },
  korean: { ordering: 'Korea1', cmap: 'UniKS-UCS2-H', baseFont: 'HYGoThic-Medium' },
};

/**
 * A composite font that is not embedded: the codes are UTF-16, which a predefined CMap takes to the glyphs of the
 * collection (ISO 32000-1, 9.7.5.2). Readers know these maps, so that no font file is needed.
 */
export class CidFont {
  readonly resourceName: string;
  readonly #script: CjkScript;

  constructor(script: CjkScript, resourceName: string) {
    this.#script = script;
    this.resourceName = resourceName;
  }

  widthOf(text: string): number {
    return text.length * 1000;
  }

  encode(text: string): string {
    return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join(
      '',
    );
  }

  addTo(objects: PdfObjects): number {
    const { ordering, cmap, baseFont } = collections[this.#script];
    const descriptor = objects.add(
      `<< /Type /FontDescriptor /FontName /${baseFont} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 ` +
        '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    );
    const descendant = objects.add(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${baseFont} /FontDescriptor ${descriptor} 0 R /DW 1000 ` +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> >>`,
    );
    return objects.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${baseFont}-${cmap} /Encoding /${cmap} ` +
        `/DescendantFonts [${descendant} 0 R] >>`,
    );
  }
}
