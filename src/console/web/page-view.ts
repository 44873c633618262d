import { html } from 'htm/preact';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Transaction } from './answers.ts';
import { messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { fetchOriginal, kindOf } from './original.ts';
import { askPassword } from './password.ts';
import { isFailing } from './row-flags.ts';

type Shown = { kind: 'pdf'; pdf: PDFDocumentProxy } | { kind: 'image'; url: string } | { kind: 'other' };

/** A row of the statement with its place in the list of all. */
export type Marked = { index: number; row: Transaction };

type Props = {
  fileId: string;
  filename: string;
  page: number;
  onPage: (page: number) => void;
  /** The rows of this page. */
  rows: readonly Marked[];
  selected: number | null;
  onSelect: (index: number) => void;
};

/** The page that rows came from, with their areas marked on it. */
export function PageView({ fileId, filename, page, onPage, rows, selected, onSelect }: Props) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const show = async () => {
      try {
        const loaded = await load(fileId, filename);
        if (!gone) setShown(loaded);
      } catch (caught) {
        if (!gone) setError(messageOf(caught));
      }
    };
    void show();
    return () => {
      gone = true;
    };
  }, [fileId]);

  if (error !== null) return html`<div class="card empty"><p>The page cannot be shown. ${error}</p></div>`;
  if (!shown) return html`<div class="card empty" aria-busy="true"><p class="small">Loading the document…</p></div>`;
  if (shown.kind === 'other') {
    return html`<div class="card empty"><p class="small">This format has no pages to look at.</p></div>`;
  }
  const pages = shown.kind === 'pdf' ? shown.pdf.numPages : 1;
  const label = `Page ${page} of ${filename}`;
  return html`
    <div class="page-bar">
      <button type="button" disabled=${page <= 1} aria-label="Previous page" onClick=${() => onPage(page - 1)}>
        <${Icon} name="back" />
      </button>
      <span class="small number" aria-live="polite">Page ${page} of ${pages}</span>
      <button type="button" disabled=${page >= pages} aria-label="Next page" onClick=${() => onPage(page + 1)}>
        <${Icon} name="next" />
      </button>
    </div>
    <div class="desk">
      <div class="paper">
        ${
          shown.kind === 'pdf'
            ? html`<${PdfPage} pdf=${shown.pdf} page=${page} label=${label} />`
            : html`<img src=${shown.url} alt=${label} />`
        }
        ${rows.map(
          ({ index, row }) =>
            row.box &&
            html`<${RowMark} key=${index} row=${row} on=${index === selected} onClick=${() => onSelect(index)} />`,
        )}
      </div>
    </div>
  `;
}

/** The table beside it is the way for keyboards; the areas are for those who point. */
function RowMark({ row, on, onClick }: { row: Transaction; on: boolean; onClick: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (on) mark.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  if (!row.box) return null;
  const { x, y, width, height } = row.box;
  const style = { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
  const kind = isFailing(row) ? 'failing' : row.flags.length > 0 ? 'unsure' : '';
  return html`<div ref=${mark} class="row-mark ${kind} ${on ? 'on' : ''}" style=${style} onClick=${onClick}></div>`;
}

const percent = (share: number): string => `${share * 100}%`;

function PdfPage({ pdf, page, label }: { pdf: PDFDocumentProxy; page: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const draw = async () => {
      const { drawPage } = await import('./pdf-document.ts');
      if (gone || !canvas.current) return;
      stop = await drawPage(pdf, page, canvas.current);
      if (!gone) setDrawn(page);
    };
    void draw();
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, page]);
  return html`<canvas key=${page} ref=${canvas} role="img" aria-label=${label} aria-busy=${drawn !== page}></canvas>`;
}

async function load(id: string, filename: string): Promise<Shown> {
  const bytes = await fetchOriginal(id);
  const kind = kindOf(bytes);
  if (kind === 'image') return { kind, url: URL.createObjectURL(new Blob([bytes])) };
  if (kind === 'other') return { kind };
  const { openPdf } = await import('./pdf-document.ts');
  return { kind, pdf: await openPdf(bytes, () => askPassword(id, filename)) };
}
