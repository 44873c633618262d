/** How the digits of an amount are grouped and where its decimals begin; each is named by an example. */
export type NotationName = keyof typeof notations;

type Notation = { group: string; decimalMark: string; indian?: boolean };

export const notations = {
  '1,234.56': { group: ',', decimalMark: '.' },
  '1.234,56': { group: '.', decimalMark: ',' },
  '1 234,56': { group: ' ', decimalMark: ',' },
  '1nbsp234,56': { group: '\u00a0', decimalMark: ',' },
  '1thin234,56': { group: '\u2009', decimalMark: ',' },
  '1narrow234,56': { group: '\u202f', decimalMark: ',' },
  '1 234.56': { group: ' ', decimalMark: '.' },
  "1'234.56": { group: "'", decimalMark: '.' },
  '1’234.56': { group: '’', decimalMark: '.' },
  '1,23,456.78': { group: ',', decimalMark: '.', indian: true },
  '1234.56': { group: '', decimalMark: '.' },
  '1234,56': { group: '', decimalMark: ',' },
} as const satisfies Record<string, Notation>;

/** Which side of the account a figure is on, seen on paper. */
export type SignStyle =
  | 'minus'
  | 'spaced-minus'
  | 'unicode-minus'
  | 'plus-minus'
  | 'trailing-minus'
  | 'spaced-trailing-minus'
  | 'trailing-sign'
  | 'parentheses'
  | 'suffix'
  | 'credit-suffix'
  | 'debit-suffix';

export type FigureStyle = {
  notation: NotationName;
  /** `.10` instead of `0.10`. */
  bareFraction: boolean;
  decimals: number;
  sign: SignStyle;
  /** `£` or `EUR ` before the digits, ` €` after them; empty where only the heading names the currency. */
  before: string;
  after: string;
  /** `-£5` rather than `£-5`. */
  signOutside: boolean;
  debitMark: string;
  creditMark: string;
};

/** The digits alone; `minor` counts the smallest units and is not negative. */
export function printDigits(minor: number, { notation, decimals, bareFraction }: FigureStyle): string {
  const { group, decimalMark, ...rest }: Notation = notations[notation];
  const digits = String(minor).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : decimalMark + digits.slice(-decimals);
  if (bareFraction && whole === '0' && fraction !== '') return fraction;
  return grouped(whole, group, rest.indian ?? false) + fraction;
}

/** A figure without a sign, as it stands in a debit or credit column. */
export function printUnsigned(minor: number, style: FigureStyle): string {
  return style.before + printDigits(Math.abs(minor), style) + style.after;
}

/** A figure that says itself whether it is money in (positive) or out. */
export function printSigned(minor: number, style: FigureStyle): string {
  const plain = printUnsigned(minor, style);
  const isOut = minor < 0;
  const isIn = minor > 0;
  switch (style.sign) {
    case 'minus':
      return isOut ? signed('-', plain, style) : plain;
    case 'spaced-minus':
      return isOut ? signed('- ', plain, style) : plain;
    case 'unicode-minus':
      return isOut ? signed('\u2212', plain, style) : plain;
    case 'plus-minus':
      return isOut ? signed('-', plain, style) : isIn ? signed('+', plain, style) : plain;
    case 'trailing-minus':
      return isOut ? trailed(plain, '-', style) : plain;
    case 'spaced-trailing-minus':
      return isOut ? trailed(plain, ' -', style) : plain;
    case 'trailing-sign':
      return isOut ? trailed(plain, '-', style) : isIn ? trailed(plain, '+', style) : plain;
    case 'parentheses':
      return isOut ? `(${plain})` : plain;
    case 'suffix':
      return plain + (isOut ? style.debitMark : style.creditMark);
    case 'credit-suffix':
      return isIn ? plain + style.creditMark : plain;
    case 'debit-suffix':
      return isOut ? plain + style.debitMark : plain;
  }
}

function signed(sign: string, plain: string, { before, signOutside }: FigureStyle): string {
  if (signOutside || before === '') return sign + plain;
  return before + sign + plain.slice(before.length);
}

/** The sign stands at the digits: `123,45- EUR`. */
function trailed(plain: string, sign: string, { after }: FigureStyle): string {
  return plain.slice(0, plain.length - after.length) + sign + after;
}

function grouped(whole: string, separator: string, indian: boolean): string {
  if (separator === '' || whole.length <= 3) return whole;
  const tail = whole.slice(-3);
  const head = whole.slice(0, -3);
  const size = indian ? 2 : 3;
  return grouped2(head, separator, size) + separator + tail;
}

function grouped2(head: string, separator: string, size: number): string {
  if (head.length <= size) return head;
  return grouped2(head.slice(0, -size), separator, size) + separator + head.slice(-size);
}

/** The plain decimal string of the truth: at least two decimals, minus in front. */
export function exactDecimal(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = (decimals === 0 ? '' : digits.slice(-decimals)).padEnd(2, '0');
  return `${minor < 0 ? '-' : ''}${whole}.${fraction}`;
}
