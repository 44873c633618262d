import type { TokenLine } from '../tokens/read-tokens.ts';

/** The words of lines with their places, as `INSTRUCTIONS` explain them to a model. */
export function writeQuestion(lines: readonly TokenLine[]): string {
  const pages = Map.groupBy(lines, ({ page }) => page);
  return [...pages]
    .map(([page, own]) => [`Page ${page}`, ...own.map((line) => `${line.index}: ${wordsOf(line).join(' | ')}`)])
    .flat()
    .join('\n');
}

function wordsOf({ text: { words, offsets }, amounts, dates }: TokenLine): string[] {
  const read = [...amounts.filter(({ isMoney }) => isMoney), ...dates];
  return words.map((word, at) => {
    const start = offsets[at] ?? 0;
    const isRead = read.some((token) => token.start < start + word.text.length && start < token.end);
    const text = isRead ? word.text : withoutNumbers(word.text);
    return `${at}@${Math.round(word.left)}-${Math.round(word.right)} ${text}`;
  });
}

/** Numbers of accounts, cards and people are of no use to whoever looks for figures and dates. */
const LONG_NUMBER = /\d(?:[\d\p{Lu}./-]*\d){6,}/gu;

const withoutNumbers = (text: string): string =>
  text.replaceAll(LONG_NUMBER, (number) => number.replaceAll(/\d/g, '#'));
