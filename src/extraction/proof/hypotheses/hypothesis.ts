import type { Doubt } from '../../table/row.ts';

/** What a column of figures may be. */
export type ColumnMeaning = 'debit' | 'credit' | 'amount' | 'balance' | 'fee' | 'ignored';

/** Each column, by its key, with what it is. */
export type Meanings = ReadonlyMap<string, ColumnMeaning>;

/** What figures without a sign mean beside those that have one. */
export type SignReading = {
  /** The direction of a figure in a column of amounts that has no sign. */
  unsigned: 1n | -1n;
  /** Letters for the sides mean the opposite: `D` is *debet* in one language and *dal*, credit, in another. */
  sidesTurned: boolean;
  /** Figures without a sign follow the section they stand in, or their row's words. */
  byWords: boolean;
  /** Signs are the bank's: a purchase on a card is positive, a payment to it negative. */
  flipped: boolean;
};

/** One way to read a statement's figures. */
export type Hypothesis = SignReading & {
  meanings: Meanings;
  /** Columns whose figures mostly bear a minus: there it repeats the column's side instead of reversing an entry. */
  minusColumns: ReadonlySet<string>;
  /** Balances are what the holder owes. */
  owed: boolean;
  newestFirst: boolean;
  /** Doubts for which rows are left out. */
  without: ReadonlySet<Doubt>;
  /** How unlikely the reading is before any arithmetic; 0 is what the paper says. */
  cost: number;
};

/** Something that may be so, and how unlikely it is before any arithmetic. */
export type Costed<Reading> = Reading & { cost: number };
