/** The values of a GraphQL enum for words of the domain: `'pending'` is written `PENDING`. */
export function enumValues<Word extends string>(words: readonly Word[]): Record<string, { value: Word }> {
  return Object.fromEntries(words.map((word) => [word.toUpperCase(), { value: word }]));
}
