import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';
import uPlot from 'uplot';
import type { Statement } from './answers.ts';
import { Categories } from './categories.ts';
import { Chart, type Colours, secondsOf } from './chart.ts';
import { formatDay, formatMoney } from './format.ts';
import { balanceByDay, movements } from './series.ts';

/** What a statement looks like from further away. Each drawing has its figures in a table beneath it. */
export function Charts({ statement }: { statement: Statement }) {
  const { transactions, currency } = statement;
  if (transactions.length === 0) return html`<p class="card">There are no rows to draw.</p>`;
  const decimals = transactions[0]?.amount.split('.')[1]?.length ?? 0;
  const unit = currency === null ? '' : ` in ${currency}`;
  return html`
    <div class="charts">
      <${BalanceChart} statement=${statement} unit=${unit} decimals=${decimals} />
      <${MovementChart} statement=${statement} unit=${unit} decimals=${decimals} />
      <${Categories} transactions=${transactions} unit=${unit} />
    </div>
  `;
}

type Props = { statement: Statement; unit: string; decimals: number };

// Pixels are no money: only what is drawn becomes a float.
function BalanceChart({ statement, unit, decimals }: Props) {
  const days = useMemo(() => balanceByDay(statement), [statement]);
  const data = useMemo<uPlot.AlignedData>(
    () => [days.map(({ day }) => secondsOf(day)), days.map(({ balance }) => Number(balance))],
    [days],
  );
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) {
    return html`<figure class="card">
      <figcaption><h2>Balance</h2></figcaption>
      <p>The statement prints no balance.</p>
    </figure>`;
  }
  const label = `Balance from ${formatMoney(first.balance)} on ${formatDay(first.day)} to ${formatMoney(last.balance)} on ${formatDay(last.day)}`;
  return html`
    <figure class="card">
      <figcaption>
        <h2>Balance</h2>
        <span class="small">At the end of each day with a movement${unit}</span>
      </figcaption>
      <${Chart} label=${label} data=${data} series=${balanceSeries} decimals=${decimals} />
      <${Figures}
        caption="Balance at the end of the day"
        columns=${['Day', 'Balance']}
        rows=${days.map(({ day, balance }) => [formatDay(day), formatMoney(balance)])}
      />
    </figure>
  `;
}

const steps = uPlot.paths.stepped?.({ align: 1 });
const balanceSeries = (colours: Colours): uPlot.Series[] => [
  { label: 'Balance', stroke: colours.accent, width: 2, fill: `${colours.accent}1f`, ...(steps && { paths: steps }) },
];

function MovementChart({ statement: { transactions }, unit, decimals }: Props) {
  const { by, movements: found } = useMemo(() => movements(transactions), [transactions]);
  const data = useMemo<uPlot.AlignedData>(
    () => [
      found.map(({ start }) => secondsOf(start)),
      // Nothing is drawn for nothing.
      found.map((movement) => Number(movement.in) || null),
      found.map((movement) => -Number(movement.out) || null),
    ],
    [found],
  );
  const rows = found.map((one) => [formatDay(one.start), formatMoney(one.in), formatMoney(one.out)]);
  return html`
    <figure class="card">
      <figcaption>
        <h2>Money in and out</h2>
        <span class="small">By ${by}${unit}</span>
      </figcaption>
      <${Chart}
        label="Money in and out by ${by}; the figures are in the table beneath"
        data=${data}
        series=${movementSeries}
        decimals=${decimals}
      />
      <${Figures}
        caption="Money in and out by ${by}"
        columns=${[by === 'day' ? 'Day' : 'Month from', 'In', 'Out']}
        rows=${rows}
      />
    </figure>
  `;
}

const left = uPlot.paths.bars?.({ size: [0.4, 26], align: -1 });
const right = uPlot.paths.bars?.({ size: [0.4, 26], align: 1 });
const movementSeries = (colours: Colours): uPlot.Series[] => [
  { label: 'In', stroke: colours.in, fill: colours.in, points: { show: false }, ...(left && { paths: left }) },
  { label: 'Out', stroke: colours.out, fill: colours.out, points: { show: false }, ...(right && { paths: right }) },
];

const Figures = ({ caption, columns, rows }: { caption: string; columns: string[]; rows: string[][] }) => html`
  <details class="figures">
    <summary>Figures as a table</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((name, n) => html`<th scope="col" class=${n > 0 ? 'end' : ''}>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...others]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${others.map((value) => html`<td class="end money">${value}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>
`;
