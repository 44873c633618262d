import type { Random } from '../../random.ts';

/** Every way in which a page goes through a scanner or a camera, and how often each is drawn. */
export const scanWeights = {
  /** Dots an inch; those of a weight of nought are drawn where they are asked for. */
  resolution: { '300': 40, '200': 42, '150': 18, '100': 0, '72': 0 },
  skew: { none: 25, slight: 45, strong: 30 },
  turn: { upright: 82, left: 6, right: 6, 'upside-down': 6 },
  blur: { none: 35, some: 45, strong: 20 },
  noise: { none: 30, grain: 45, strong: 25 },
  light: { even: 50, dim: 25, shade: 25 },
  /** How the picture is compressed. */
  quality: { fine: 40, usual: 40, poor: 20, worst: 0 },
  container: { pdf: 60, jpeg: 14, png: 13, tiff: 13 },
  /** What becomes of greys: a fax has none. */
  tone: { grey: 84, bilevel: 9, tinted: 7 },
  /** What is on the sheet that nobody printed. */
  flaw: { none: 76, holes: 6, staple: 4, border: 6, stamp: 4, curl: 4 },
} as const satisfies Record<string, Record<string, number>>;

export type ScanAxes = { [Axis in keyof typeof scanWeights]: keyof (typeof scanWeights)[Axis] & string };

/** Draws each axis from a stream of its own, so that a new one leaves the others as they were. */
export function drawScanAxes(random: Random, pinned: Partial<ScanAxes> = {}): ScanAxes {
  const draw = <Axis extends keyof ScanAxes>(axis: Axis): ScanAxes[Axis] =>
    pinned[axis] ?? random.named(axis).weighted(scanWeights[axis] as Record<ScanAxes[Axis], number>);
  return {
    resolution: draw('resolution'),
    skew: draw('skew'),
    turn: draw('turn'),
    blur: draw('blur'),
    noise: draw('noise'),
    light: draw('light'),
    quality: draw('quality'),
    container: draw('container'),
    tone: draw('tone'),
    flaw: draw('flaw'),
  };
}
