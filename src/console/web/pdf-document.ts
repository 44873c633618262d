import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { settings } from './settings.ts';

const PACKAGE = `${settings.base}/vendor/pdfjs-dist`;
GlobalWorkerOptions.workerSrc = `${PACKAGE}/legacy/build/pdf.worker.min.mjs`;

/** Opens a PDF. `askPassword` is called where it is locked, as often as what it gives does not fit; null gives up. */
export async function openPdf(data: Uint8Array, askPassword: () => Promise<string | null>): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data,
    cMapUrl: `${PACKAGE}/cmaps/`,
    iccUrl: `${PACKAGE}/iccs/`,
    standardFontDataUrl: `${PACKAGE}/standard_fonts/`,
    wasmUrl: `${PACKAGE}/wasm/`,
  });
  task.onPassword = (use: (password: string) => void) => {
    void askPassword().then((password) => (password === null ? task.destroy() : use(password)));
  };
  return task.promise;
}

/** Draws one page (from 1) over the whole width of the canvas. Answers with what stops the drawing. */
export async function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<() => void> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const width = canvas.parentElement?.clientWidth ?? natural.width;
  const viewport = page.getViewport({ scale: (width / natural.width) * Math.min(devicePixelRatio, 2) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  task.promise.catch(() => {});
  await task.promise.catch(() => {});
  return () => task.cancel();
}
