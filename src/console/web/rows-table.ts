import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import { count, formatDay, formatMoney } from './format.ts';
import { Icon } from './icon.ts';
import type { Marked } from './page-view.ts';
import { explainFlag, isFailing } from './row-flags.ts';

type Props = { rows: readonly Marked[]; total: number; selected: number | null; onSelect: (index: number) => void };

/**
 * The rows as they were read. The date of each is a button; arrows go from one to the next. The roles are said aloud
 * since a narrow screen shows each row as a block of its own, and a table laid out otherwise is none to some browsers.
 */
export function RowsTable({ rows, total, selected, onSelect }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...(body.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  if (rows.length === 0) return html`<p class="card">No row is like that.</p>`;
  return html`
    <div class="card table-scroll">
      <table class="transactions" role="table">
        <caption>
          ${count(total, 'row')}, as printed. Choose one to see it on its page.
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Date</th>
            <th role="columnheader" scope="col">Description</th>
            <th role="columnheader" scope="col" class="end">Amount</th>
            <th role="columnheader" scope="col" class="end">Balance</th>
          </tr>
        </thead>
        <tbody role="rowgroup" ref=${body} onKeyDown=${move}>
          ${rows.map(({ row, index }) => html`<${Row} key=${index} marked=${{ row, index }} on=${index === selected} onSelect=${onSelect} />`)}
        </tbody>
      </table>
    </div>
  `;
}

function Row({
  marked: { row, index },
  on,
  onSelect,
}: {
  marked: Marked;
  on: boolean;
  onSelect: (index: number) => void;
}) {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (on) line.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  const failing = isFailing(row);
  const kind = failing ? 'failing' : row.flags.length > 0 ? 'unsure' : '';
  const out = row.amount.startsWith('-');
  return html`
    <tr role="row" ref=${line} class="${kind} ${on ? 'on' : ''}" onClick=${() => onSelect(index)}>
      <td role="cell">
        <button
          type="button"
          class="row-button number"
          aria-pressed=${on}
          aria-label="${formatDay(row.date)}, show on page ${row.page}"
        >
          ${formatDay(row.date)}
        </button>
      </td>
      <td role="cell" class="description">
        <bdi>${row.description}</bdi>
        ${row.reference !== null && html`<span class="small reference"><bdi>${row.reference}</bdi></span>`}
        ${row.flags.map(
          (flag) =>
            html`<span class="flag"><${Icon} name=${failing ? 'warning' : 'question'} /> ${explainFlag(flag)}</span>`,
        )}
      </td>
      <td role="cell" class="end money ${out ? 'out' : 'in'}">${out ? '' : '+'}${formatMoney(row.amount)}</td>
      <td role="cell" class="end money">${row.balance === null ? '' : formatMoney(row.balance)}</td>
    </tr>
  `;
}
