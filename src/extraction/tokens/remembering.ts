/** So many texts are worth their place: a table repeats its days and words, but not its figures. */
const MOST = 5_000;

/**
 * Reads a text once and knows the answer when it comes again, as the words of a table do. Everybody is given the same
 * answer, so that nobody may change it.
 */
export function remembering<Answer extends object | string | boolean>(
  read: (text: string) => Answer,
): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older: ReadonlyMap<string, Answer> = new Map();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const answer = older.get(text) ?? read(text);
    if (recent.size >= MOST) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
}
