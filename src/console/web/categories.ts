import { html } from 'htm/preact';
import { useMemo, useState } from 'preact/hooks';
import type { Transaction } from './answers.ts';
import { count, formatMoney } from './format.ts';
import { sumsByCategory } from './series.ts';

/** Where money goes and comes from: a bar beside each sum. */
export function Categories({ transactions, unit }: { transactions: readonly Transaction[]; unit: string }) {
  const [side, setSide] = useState<'in' | 'out'>('out');
  const sums = useMemo(() => sumsByCategory(transactions, side), [transactions, side]);
  const largest = Math.max(...sums.map(({ sum }) => Math.abs(Number(sum))), 0);
  return html`
    <figure class="card categories">
      <figcaption>
        <h2>Categories</h2>
        <span class="small">By the words of the descriptions${unit}</span>
        <span class="sides">
          <button type="button" aria-pressed=${side === 'out'} onClick=${() => setSide('out')}>Money out</button>
          <button type="button" aria-pressed=${side === 'in'} onClick=${() => setSide('in')}>Money in</button>
        </span>
      </figcaption>
      ${sums.length === 0 && html`<p>Nothing on this side.</p>`}
      ${
        sums.length > 0 &&
        html`<table>
          <caption class="unseen">
            Money ${side} by category
          </caption>
          <thead class="unseen">
            <tr>
              <th scope="col">Category</th>
              <th scope="col">Share</th>
              <th scope="col">Sum</th>
            </tr>
          </thead>
          <tbody>
            ${sums.map(
              ({ category, rows, sum }) =>
                html`<tr>
                  <th scope="row">${category} <span class="small">${count(rows, 'row')}</span></th>
                  <td class="bar-cell">
                    <div
                      class="bar ${side}"
                      style=${{ width: `${(Math.abs(Number(sum)) / (largest || 1)) * 100}%` }}
                    ></div>
                  </td>
                  <td class="end money">${formatMoney(sum)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`
      }
    </figure>
  `;
}
