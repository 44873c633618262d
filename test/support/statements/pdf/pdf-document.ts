import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { CidFont } from './cid-font.ts';
import type { CjkScript } from './cid-font.ts';
import { isIdeographic } from './fonts.ts';
import type { FontName } from './fonts.ts';
import { PdfObjects } from './pdf-objects.ts';
import { SimpleFont } from './simple-font.ts';

/** How a program hands text to the page; readers have to cope with each. */
export type Emission = 'lines' | 'words' | 'glyphs' | 'gaps';

/** How the page lies in the file: upright, turned by a quarter, or with its corner away from the origin. */
export type PageBox = 'plain' | 'turned-left' | 'turned-right' | 'shifted';

export type TextStyle = { font: FontName; size: number; grey?: number; color?: Color };
export type Color = readonly [red: number, green: number, blue: number];

/**
 * A PDF file made of text, rules and filled boxes; positions are points from the top left corner, text sits on its
 * baseline. Nothing in it depends on the clock, so that the same drawing gives the same bytes.
 */
export class PdfDocument {
  readonly #pages: PdfPage[] = [];
  readonly #fonts = new Map<string, SimpleFont | CidFont>();
  readonly #script: CjkScript;
  readonly #emission: Emission;
  readonly #box: PageBox;
  readonly #isCompressed: boolean;

  constructor(options: { script: CjkScript; emission: Emission; box?: PageBox; compressed?: boolean }) {
    this.#box = options.box ?? 'plain';
    this.#isCompressed = options.compressed ?? false;
    this.#script = options.script;
    this.#emission = options.emission;
  }

  addPage(width: number, height: number): PdfPage {
    const page = new PdfPage(width, height, this.#emission, (character, name) => this.#fontFor(character, name));
    this.#pages.push(page);
    return page;
  }

  get pages(): readonly PdfPage[] {
    return this.#pages;
  }

  toBytes(): Uint8Array {
    const objects = new PdfObjects();
    const catalog = objects.reserve();
    const pageTree = objects.reserve();
    const fonts = [...this.#fonts.values()].map((font) => `/${font.resourceName} ${font.addTo(objects)} 0 R`).join(' ');
    const kids = this.#pages.map((page) => {
      const { entries, matrix } = placement(page, this.#box);
      const plain = page.toContent(matrix);
      const content = this.#isCompressed
        ? objects.addStream(deflateSync(plain), '/Filter /FlateDecode')
        : objects.addStream(plain);
      return objects.add(
        `<< /Type /Page /Parent ${pageTree} 0 R ${entries} ` +
          `/Resources << /Font << ${fonts} >> >> /Contents ${content} 0 R >>`,
      );
    });
    const references = kids.map((kid) => `${kid} 0 R`).join(' ');
    objects.set(pageTree, `<< /Type /Pages /Count ${kids.length} /Kids [${references}] >>`);
    objects.set(catalog, `<< /Type /Catalog /Pages ${pageTree} 0 R >>`);
    return objects.toBytes(catalog);
  }

  #fontFor(character: string, name: FontName): SimpleFont | CidFont {
    const key = isIdeographic(character) ? this.#script : name;
    const known = this.#fonts.get(key);
    if (known) return known;
    const resourceName = `F${this.#fonts.size + 1}`;
    const font = isIdeographic(character)
      ? new CidFont(this.#script, resourceName)
      : new SimpleFont(name, resourceName);
    this.#fonts.set(key, font);
    return font;
  }
}

type FontFor = (character: string, name: FontName) => SimpleFont | CidFont;

export class PdfPage {
  readonly width: number;
  readonly height: number;
  readonly #operators: string[] = [];
  readonly #emission: Emission;
  readonly #fontFor: FontFor;

  constructor(width: number, height: number, emission: Emission, fontFor: FontFor) {
    this.width = width;
    this.height = height;
    this.#emission = emission;
    this.#fontFor = fontFor;
  }

  /** Draws a line of text from `x` on; `degrees` turns it counter-clockwise about its start. */
  text(x: number, y: number, text: string, style: TextStyle, degrees = 0): void {
    const cosine = Math.cos((degrees * Math.PI) / 180);
    const sine = Math.sin((degrees * Math.PI) / 180);
    let along = 0;
    for (const run of this.#runsOf(text, style.font)) {
      const left = x + along * cosine;
      const bottom = this.height - y + along * sine;
      const matrix = [cosine, sine, -sine, cosine, left, bottom].map(decimal).join(' ');
      this.#operators.push(
        `BT ${this.#ink(style)} rg /${run.font.resourceName} ${decimal(style.size)} Tf ${matrix} Tm ` +
          `${this.#show(run.text, run.font)} ET`,
      );
      along += (run.font.widthOf(run.text) * style.size) / 1000;
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, thickness = 0.5, grey = 0.4): void {
    const from = `${decimal(x1)} ${decimal(this.height - y1)}`;
    const to = `${decimal(x2)} ${decimal(this.height - y2)}`;
    this.#operators.push(`${grey} G ${decimal(thickness)} w ${from} m ${to} l S`);
  }

  fill(x: number, y: number, width: number, height: number, color: Color): void {
    const box = [x, this.height - y - height, width, height].map(decimal).join(' ');
    this.#operators.push(`${color.map(decimal).join(' ')} rg ${box} re f`);
  }

  /** The page's operators, drawn through a transformation. */
  toContent(matrix: string): Uint8Array {
    return Buffer.from([`${matrix} cm`, ...this.#operators].join('\n'), 'latin1');
  }

  #ink({ color, grey = 0 }: TextStyle): string {
    return (color ?? [grey, grey, grey]).map(decimal).join(' ');
  }

  /** Pieces that one font can show: by character set, and by word or character where the emission says so. */
  #runsOf(text: string, name: FontName): { text: string; font: SimpleFont | CidFont }[] {
    const runs: { text: string; font: SimpleFont | CidFont }[] = [];
    for (const character of text) {
      const font = this.#fontFor(character, name);
      const last = runs.at(-1);
      const startsPiece =
        this.#emission === 'glyphs' || (this.#emission === 'words' && (last?.text.endsWith(' ') ?? false));
      if (last && last.font === font && !startsPiece) last.text += character;
      else runs.push({ text: character, font });
    }
    return runs;
  }

  /** `gaps` moves the pen instead of drawing a space, as typesetting programs do. */
  #show(text: string, font: SimpleFont | CidFont): string {
    if (this.#emission !== 'gaps' || !text.includes(' ')) return `<${font.encode(text)}> Tj`;
    const gap = -font.widthOf(' ');
    return `[${text
      .split(' ')
      .map((word) => `<${font.encode(word)}>`)
      .join(` ${gap} `)}] TJ`;
  }
}

/** Where a page that is seen upright lies in the file, and the transformation that takes its content there. */
function placement({ width, height }: PdfPage, box: PageBox): { entries: string; matrix: string } {
  switch (box) {
    case 'plain':
      return { entries: `/MediaBox [0 0 ${width} ${height}]`, matrix: '1 0 0 1 0 0' };
    case 'shifted':
      return { entries: `/MediaBox [-100 200 ${width - 100} ${height + 200}]`, matrix: '1 0 0 1 -100 200' };
    case 'turned-left':
      return { entries: `/MediaBox [0 0 ${height} ${width}] /Rotate 90`, matrix: `0 1 -1 0 ${height} 0` };
    case 'turned-right':
      return { entries: `/MediaBox [0 0 ${height} ${width}] /Rotate 270`, matrix: `0 -1 1 0 0 ${width}` };
  }
}

function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
