/**
 * Where the points of a page as it is read lie on the page as a viewer shows it: an affine map `[a, b, c, d, e, f]` with
 * `x' = a·x + c·y + e` and `y' = b·x + d·y + f`. Its results are shares (0 to 1) of the shown page's width and height,
 * from its top left.
 */
export type Placement = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A rectangle on the page as shown, in shares (0 to 1) of its width and height from its top left. */
export type Box = { x: number; y: number; width: number; height: number };

/** A rectangle on the page as read, in points; y grows downwards. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** First `inner`, then `outer`. */
export function compose(inner: Placement, outer: Placement): Placement {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** The placement of text that was moved to the left by so many points. */
export function movedLeft(placement: Placement, points: number): Placement {
  return compose([1, 0, 0, 1, points, 0], placement);
}

/** The part of an area that is on the shown page; null where nothing of it is. */
export function boxOf(area: Area, [a, b, c, d, e, f]: Placement): Box | null {
  const place = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  const one = place(area.left, area.top);
  const other = place(area.right, area.bottom);
  const x = clamp(Math.min(one.x, other.x));
  const y = clamp(Math.min(one.y, other.y));
  const width = clamp(Math.max(one.x, other.x)) - x;
  const height = clamp(Math.max(one.y, other.y)) - y;
  // Also false for what is no number.
  return width > 0 && height > 0 ? { x: short(x), y: short(y), width: short(width), height: short(height) } : null;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** A ten-thousandth of a page is a twelfth of a millimetre of letter paper's height. */
const short = (share: number): number => Math.round(share * 10_000) / 10_000;
