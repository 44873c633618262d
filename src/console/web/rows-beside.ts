import { html } from 'htm/preact';
import { useMemo, useState } from 'preact/hooks';
import type { FileSummary, Statement } from './answers.ts';
import { count } from './format.ts';
import { PageView } from './page-view.ts';
import { RowsTable } from './rows-table.ts';

/** How many rows a table shows at once: a year of statements has thousands. */
const ROWS = 100;

/** The rows of a statement beside the page they came from: what is chosen on one side is marked on the other. */
export function RowsBeside({ file, statement: { transactions } }: { file: FileSummary; statement: Statement }) {
  const all = useMemo(() => transactions.map((row, index) => ({ row, index })), [transactions]);
  const doubtful = all.filter(({ row }) => row.flags.length > 0);
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const [words, setWords] = useState('');
  const [part, setPart] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const [page, setPage] = useState(transactions[0]?.page ?? 1);

  const wanted = words.trim().toLowerCase();
  const found = (onlyDoubtful ? doubtful : all).filter(
    ({ row }) =>
      wanted === '' ||
      `${row.date} ${row.description} ${row.reference ?? ''} ${row.amount}`.toLowerCase().includes(wanted),
  );
  const parts = Math.max(1, Math.ceil(found.length / ROWS));
  const shownPart = Math.min(part, parts - 1);
  const shown = found.slice(shownPart * ROWS, (shownPart + 1) * ROWS);

  const select = (index: number) => {
    setSelected(index);
    setPage(transactions[index]?.page ?? 1);
    const at = found.findIndex((one) => one.index === index);
    if (at >= 0) setPart(Math.floor(at / ROWS));
  };
  const nextDoubtful = () => {
    const next = doubtful.find(({ index }) => index > (selected ?? -1)) ?? doubtful[0];
    if (next) select(next.index);
  };

  return html`
    <div class="beside">
      <div class="rows">
        <div class="row-bar">
          <div class="field">
            <label for="find" class="unseen">Find rows</label>
            <input
              id="find"
              type="search"
              placeholder="Find rows"
              value=${words}
              onInput=${(event: Event) => {
                if (event.target instanceof HTMLInputElement) setWords(event.target.value);
                setPart(0);
              }}
            />
          </div>
          ${
            doubtful.length > 0 &&
            html`
              <button type="button" aria-pressed=${onlyDoubtful} onClick=${() => setOnlyDoubtful(!onlyDoubtful)}>
                ${count(doubtful.length, 'row')} to look at
              </button>
              <button type="button" onClick=${nextDoubtful} aria-label="Next row to look at">Next</button>
            `
          }
        </div>
        <${RowsTable} rows=${shown} total=${found.length} selected=${selected} onSelect=${select} />
        ${
          parts > 1 &&
          html`<nav class="page-bar" aria-label="Parts of the table">
            <button type="button" disabled=${shownPart === 0} onClick=${() => setPart(shownPart - 1)}>
              Earlier rows
            </button>
            <span class="small number"
              >${shownPart * ROWS + 1}–${shownPart * ROWS + shown.length} of ${found.length}</span
            >
            <button type="button" disabled=${shownPart === parts - 1} onClick=${() => setPart(shownPart + 1)}>
              Later rows
            </button>
          </nav>`
        }
      </div>
      <section class="page" aria-label="The document">
        <${PageView}
          fileId=${file.id}
          filename=${file.filename}
          page=${page}
          onPage=${setPage}
          rows=${all.filter(({ row }) => row.page === page)}
          selected=${selected}
          onSelect=${select}
        />
      </section>
    </div>
  `;
}
