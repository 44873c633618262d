import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { formatDay, formatMoney, formatShortDay } from './format.ts';

/** Colours by their meaning, as the styles have them for light and dark. */
export type Colours = { ink: string; line: string; accent: string; soft: string; in: string; out: string };

type Props = {
  /** What the drawing shows, in a sentence, for those who do not see it. */
  label: string;
  data: uPlot.AlignedData;
  series: (colours: Colours) => uPlot.Series[];
  /** How many decimals its money has. */
  decimals: number;
};

const HEIGHT = 260;

/** A chart over days; x is in seconds. It follows the width of its place and the scheme of the page. */
export function Chart({ label, data, series, decimals }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      const colours = readColours(element);
      plot = new uPlot(optionsOf(element.clientWidth, series(colours), colours, decimals), data, element);
    };
    draw();
    const resized = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    dark.addEventListener('change', draw);
    return () => {
      dark.removeEventListener('change', draw);
      resized.disconnect();
      plot?.destroy();
    };
  }, [data]);
  return html`<div ref=${place} class="chart" role="img" aria-label=${label}></div>`;
}

function optionsOf(width: number, series: uPlot.Series[], colours: Colours, decimals: number): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: colours.soft,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  };
  const money: uPlot.Axis = {
    ...axis,
    size: (_plot, values) => Math.max(44, ...(values ?? []).map((value) => value.length * 7 + 14)),
    values: (_plot, ticks) => ticks.map((tick) => formatMoney(tick.toFixed(0))),
  };
  return {
    width,
    height: HEIGHT,
    // Days are drawn as they are printed, whatever the time of day is here.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: { y: false, points: { size: 8 } },
    legend: { live: true },
    axes: [{ ...axis, grid: { show: false }, space: 64, values: (_plot, ticks) => dayTicks(ticks) }, money],
    series: [
      { label: 'Day', value: (_plot: uPlot, raw: number | null) => (raw === null ? '–' : formatDay(dayOf(raw))) },
      ...series.map((one) => ({
        value: (_plot: uPlot, raw: number | null) => (raw === null ? '–' : formatMoney(raw.toFixed(decimals))),
        ...one,
      })),
    ],
  };
}

/** The year stands at the first tick and where another one begins. */
const dayTicks = (ticks: number[]): string[] =>
  ticks.map((tick, n) => {
    const before = ticks[n - 1];
    const newYear = before === undefined || dayOf(before).slice(0, 4) !== dayOf(tick).slice(0, 4);
    return newYear ? formatDay(dayOf(tick)) : formatShortDay(dayOf(tick));
  });

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const named = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: named('ink'),
    line: named('line'),
    accent: named('accent'),
    soft: named('ink-soft'),
    in: named('money-in'),
    out: named('money-out'),
  };
}

export const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
