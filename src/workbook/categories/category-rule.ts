/** Words that, found in the description of a transaction, tell what it was for. */
export type CategoryRule = {
  /** Whole words, in any case, with or without accents: `shell` is found in `SHELL 0815`, not in `Shelley`. */
  words: string;
  category: string;
  /** Only for money that came in, or only for money that went out. */
  side?: 'in' | 'out';
};

/** What a transaction is called that no rule matches: nothing is guessed. */
export const UNCATEGORISED = 'Uncategorised';
