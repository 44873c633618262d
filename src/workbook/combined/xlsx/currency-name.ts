/** What a currency is called in cells that formulas compare with: never blank, and no wild card in it. */
export const currencyName = (currency: string | null): string =>
  (currency ?? '').replace(/[^\p{L}\p{N}]/gu, '') || 'unknown';
