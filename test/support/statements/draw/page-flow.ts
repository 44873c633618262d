import type { Layout } from '../layout.ts';
import type { PdfDocument, PdfPage } from '../pdf/pdf-document.ts';

/** An upright box on a page that text runs down through. */
export type Frame = { left: number; right: number; top: number; bottom: number };

/** Runs content down the frames of a page and on to the next page. */
export class PageFlow {
  readonly #document: PdfDocument;
  readonly #layout: Layout;
  /** Draws what stands on every page and says how far down from the top it reaches. */
  readonly #furnish: (page: PdfPage, pageNumber: number) => Frame[];
  #page: PdfPage | null = null;
  #frames: Frame[] = [];
  #frame: Frame = { left: 0, right: 0, top: 0, bottom: 0 };
  y = 0;

  constructor(document: PdfDocument, layout: Layout, furnish: (page: PdfPage, pageNumber: number) => Frame[]) {
    this.#document = document;
    this.#layout = layout;
    this.#furnish = furnish;
  }

  get page(): PdfPage {
    return this.#page ?? this.nextPage();
  }

  get frame(): Frame {
    if (!this.#page) this.nextPage();
    return this.#frame;
  }

  /** Whether `height` points are left in this frame. */
  fits(height: number): boolean {
    return this.y + height <= this.frame.bottom;
  }

  /** Goes on at the top of the next frame, on a new page after the last one. */
  nextFrame(): void {
    const next = this.#frames.shift();
    if (next) this.#enter(next);
    else this.nextPage();
  }

  nextPage(): PdfPage {
    const { width, height } = this.#layout.paper;
    const page = this.#document.addPage(width, height);
    this.#page = page;
    const [first, ...others] = this.#furnish(page, this.#document.pages.length);
    if (!first) throw new Error('a page needs a frame');
    this.#frames = others;
    this.#enter(first);
    return page;
  }

  #enter(frame: Frame): void {
    this.#frame = frame;
    this.y = frame.top;
  }
}
