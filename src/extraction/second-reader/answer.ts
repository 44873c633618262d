/** A word by its line in the reading order and its place on that line, both from 0. */
export type Place = { line: number; word: number };

/** A row as a second reader sees it: where its figures are printed, and what it takes them for. */
export type PointedRow = {
  /** ISO. */
  date: string;
  dateAt: Place;
  /** In thousandths, money out negative. */
  amount: bigint;
  amountAt: Place;
  balance: bigint | null;
  balanceAt: Place | null;
  /** All lines that are part of it. */
  lines: number[];
};

export type PointedBalance = { kind: 'opening' | 'closing'; at: Place };

/** What a second reader says about the lines that it was shown. It points; what is printed there is read here. */
export type PointedAnswer = { rows: PointedRow[]; balances: PointedBalance[] };

/** The shape of the answer as a JSON Schema, for endpoints that hold a model to one. */
export const ANSWER_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['rows', 'balances'],
  properties: {
    rows: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['date', 'date_at', 'amount', 'amount_at', 'balance', 'balance_at', 'lines'],
        properties: {
          date: { type: 'string' },
          date_at: { type: 'array', items: { type: 'integer' } },
          amount: { type: 'string' },
          amount_at: { type: 'array', items: { type: 'integer' } },
          balance: { type: ['string', 'null'] },
          balance_at: { type: ['array', 'null'], items: { type: 'integer' } },
          lines: { type: 'array', items: { type: 'integer' } },
        },
      },
    },
    balances: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'at'],
        properties: {
          kind: { type: 'string', enum: ['opening', 'closing'] },
          at: { type: 'array', items: { type: 'integer' } },
        },
      },
    },
  },
} as const;

/** Takes the text of an answer apart; null where it is not of the shape that was asked for. */
export function readAnswer(text: string): PointedAnswer | null {
  const said = parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  if (!isObject(said) || !Array.isArray(said['rows']) || !Array.isArray(said['balances'])) return null;
  const rows = said['rows'].map(readRow);
  const balances = said['balances'].map(readBalance);
  if (rows.length === 0 || rows.includes(null) || balances.includes(null)) return null;
  return { rows: rows.filter((row) => row !== null), balances: balances.filter((balance) => balance !== null) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readRow(said: unknown): PointedRow | null {
  if (!isObject(said)) return null;
  const { date, lines } = said;
  const dateAt = readPlace(said['date_at']);
  const amountAt = readPlace(said['amount_at']);
  const amount = readDecimal(said['amount']);
  const hasBalance = said['balance_at'] != null;
  const balanceAt = hasBalance ? readPlace(said['balance_at']) : null;
  const balance = hasBalance ? readDecimal(said['balance']) : null;
  if (typeof date !== 'string' || dateAt === null || amountAt === null || amount === null) return null;
  if (hasBalance && (balanceAt === null || balance === null)) return null;
  if (!Array.isArray(lines) || !lines.every(isIndex)) return null;
  return { date, dateAt, amount, amountAt, balance, balanceAt, lines };
}

function readBalance(said: unknown): PointedBalance | null {
  if (!isObject(said)) return null;
  const { kind } = said;
  const at = readPlace(said['at']);
  return (kind === 'opening' || kind === 'closing') && at !== null ? { kind, at } : null;
}

function readPlace(said: unknown): Place | null {
  if (!Array.isArray(said) || said.length !== 2 || !said.every(isIndex)) return null;
  const [line = 0, word = 0] = said;
  return { line, word };
}

/** `-12.20` in thousandths. */
export function readDecimal(said: unknown): bigint | null {
  const match = /^([-+]?)(\d{1,15})(?:\.(\d{1,3}))?$/.exec(String(said));
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const value = BigInt(whole + fraction.padEnd(3, '0'));
  return sign === '-' ? -value : value;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isIndex = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
