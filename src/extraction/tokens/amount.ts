/** The mark between units and decimals. */
export type DecimalMark = '.' | ',';

/** Money is counted in thousandths of the currency's unit: the dinars of the Gulf have three decimals. */
export const SCALE = 1000n;

/** The digits of a figure, read with either decimal mark. A reading is null where that mark makes no sense. */
export type Figure = {
  readings: Record<DecimalMark, Reading | null>;
  /** Whether anything but the digits says that this is money: a decimal part or grouped digits. */
  isMoney: boolean;
};

export type Reading = { value: bigint; decimals: number };

const DIGITS_ONLY = /^\d+$/;
/** Longer figures are no money. Without a mark they are numbers of cards and accounts even earlier. */
const MOST_DIGITS = 18;
/** The usual notations: groups of three, or no groups, and two decimals. */
const USUAL = /^\d{1,3}(?:(?:,\d{3})*\.\d{2}|(?:\.\d{3})*,\d{2})$/;
const GROUP_MARKS = ["'", '’', ' ', '\u00a0', '\u2009', '\u202f', '`', '´', '٬'];

/** Reads unsigned digits in any notation: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `1,23,456.78`, `.10`. */
export function readFigure(text: string): Figure | null {
  if (DIGITS_ONLY.test(text)) {
    if (text.length > 15) return null;
    const reading = { value: BigInt(text) * SCALE, decimals: 0 };
    return { readings: { '.': reading, ',': reading }, isMoney: false };
  }
  if (USUAL.test(text)) {
    const units = text.slice(0, -3).replaceAll(text.at(-3) === '.' ? ',' : '.', '');
    const reading = exact(units, text.slice(-2));
    return { readings: text.at(-3) === '.' ? { '.': reading, ',': null } : { '.': null, ',': reading }, isMoney: true };
  }
  const dot = readWith(text, '.') ?? readMisprint(text);
  const comma = readWith(text, ',') ?? readMisprint(text);
  if (dot === null && comma === null) return null;
  return { readings: { '.': dot, ',': comma }, isMoney: true };
}

function readWith(text: string, mark: DecimalMark): Reading | null {
  const at = text.lastIndexOf(mark);
  const whole = at < 0 ? text : text.slice(0, at);
  const decimals = at < 0 ? '' : text.slice(at + 1);
  if (at >= 0 && !/^\d{1,3}$/.test(decimals)) return null;
  // `.5` is no amount; `.50` is.
  if (whole === '' && decimals.length < 2) return null;
  const digits = readWhole(whole, mark === '.' ? ',' : '.');
  return digits === null ? null : exact(digits, decimals);
}

/** Digits in groups of three (or of two before the last three, as in India), all parted by one mark. */
function readWhole(text: string, otherMark: DecimalMark): string | null {
  if (text === '' || DIGITS_ONLY.test(text)) return text;
  const mark = /[^0-9]/u.exec(text)?.[0];
  if (mark === undefined || (mark !== otherMark && !GROUP_MARKS.includes(mark))) return null;
  const groups = text.split(mark);
  const [first = '', ...rest] = groups;
  const last = rest.pop() ?? '';
  if (!/^\d{1,3}$/.test(first) || !/^\d{3}$/.test(last)) return null;
  const threes = rest.every((group) => /^\d{3}$/.test(group));
  const twos = first.length <= 2 && rest.every((group) => /^\d{2}$/.test(group));
  return threes || twos ? groups.join('') : null;
}

/** One mark for groups and decimals alike, as in `2.853.82`: only the last group has two digits. */
function readMisprint(text: string): Reading | null {
  const match = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)\2(\d{2})$/.exec(text);
  if (match === null) return null;
  return exact((match[1] ?? '').replaceAll(/[.,]/g, ''), match[3] ?? '');
}

function exact(whole: string, decimals: string): Reading | null {
  if (whole.length > MOST_DIGITS) return null;
  return { value: BigInt((whole || '0') + decimals.padEnd(3, '0')), decimals: decimals.length };
}

/** Prints an amount as a plain decimal string with at least two decimals, and more only where it needs them. */
export function printAmount(value: bigint, decimals = 2): string {
  const digits = (value < 0n ? -value : value).toString().padStart(4, '0');
  const fraction = digits.slice(-3);
  const kept = fraction.slice(0, fraction[2] !== '0' ? 3 : Math.max(2, Math.min(decimals, 3)));
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${kept}`;
}
