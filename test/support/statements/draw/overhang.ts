/** What stands behind the last digit: a sign, a currency, a parenthesis. */
export function overhangOf(text: string): string {
  return /\d(\D+)$/.exec(text)?.[1] ?? '';
}
