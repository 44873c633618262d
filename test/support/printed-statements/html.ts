import type { Entry } from './book.ts';

/** A page of HTML for Chromium's printer. Figures stand in cells of class `r`. */
export function page(css: string, body: string, { size = 'A4', margin = '16mm 14mm' } = {}): string {
  return `<!doctype html><meta charset=utf-8><style>
    @page { size: ${size}; margin: ${margin} }
    body { font: 9.5pt "Liberation Sans", Arial, sans-serif; margin: 0 }
    table { border-collapse: collapse; width: 100% } thead { display: table-header-group } tr { break-inside: avoid }
    td, th { padding: 2px 5px; vertical-align: top; text-align: left; font-weight: inherit }
    th { font-weight: bold } .r { text-align: right; white-space: nowrap } .n { white-space: nowrap }
    .spread { display: flex; justify-content: space-between } .small { font-size: 7.5pt; color: #555 } ${css}
  </style>${body}`;
}

/** Cells of a row: texts, and figures after a `>` sign, flush right. */
export function row(cells: readonly string[], tag: 'td' | 'th' = 'td'): string {
  const cell = (text: string) =>
    text.startsWith('>')
      ? `<${tag} class=r>${text.slice(1)}</${tag}>`
      : `<${tag}>${text.replaceAll('\n', '<br>')}</${tag}>`;
  return `<tr>${cells.map(cell).join('')}</tr>`;
}

/** A table of rows under headings that each page repeats. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], attributes = ''): string {
  const head = headings.length === 0 ? '' : `<thead>${row(headings, 'th')}</thead>`;
  return `<table ${attributes}>${head}<tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table>`;
}

/** What went out, for a column of its own; nothing where money came in. */
export function debit({ cents }: Entry, write: (cents: number) => string): string {
  return `>${cents < 0 ? write(cents) : ''}`;
}

/** What came in, for a column of its own. */
export function credit({ cents }: Entry, write: (cents: number) => string): string {
  return `>${cents > 0 ? write(cents) : ''}`;
}
