import type { Line, Word } from '../layout/word.ts';
import { readTokens, type TokenLine } from '../tokens/read-tokens.ts';
import { findPanels, type Panel } from './side-panels.ts';

/** Lines in their reading order, as printed and with their tokens. */
export type Parted = { lines: Line[]; tokens: TokenLine[] };

/** Takes the words of side panels out of the lines they share with a table: a panel is read before what stands beside it. */
export function partPanels(source: readonly Line[]): Parted {
  const lines: Line[] = [];
  const tokens: TokenLine[] = [];
  const add = (line: Line, isAside: boolean) => {
    tokens.push({ ...readTokens(line, lines.length), ...(isAside ? { isAside } : {}) });
    lines.push(line);
  };
  const read = source.map((line, index) => readTokens(line, index));
  for (const own of Map.groupBy(read, ({ page }) => page).values()) {
    const panels = findPanels(own);
    for (const token of own) {
      const line = source[token.index];
      if (line === undefined) continue;
      if (panels.length === 0) {
        tokens.push(Object.assign(token, { index: lines.length }));
        lines.push(line);
        continue;
      }
      for (const panel of panels)
        if (first(panel) === token) for (const part of partsOf(panel, source)) add(part, true);
      const rest = without(
        line,
        panels.filter((panel) => panel.lines.has(token)),
      );
      if (rest !== null) add(rest, false);
    }
  }
  return { lines, tokens };
}

function first({ lines }: Panel): TokenLine | undefined {
  const [line] = lines;
  return line;
}

function partsOf({ lines, holds }: Panel, source: readonly Line[]): Line[] {
  return [...lines].flatMap(({ index }) => ofWords(source[index], holds) ?? []);
}

function without(line: Line, panels: readonly Panel[]): Line | null {
  return panels.length === 0 ? line : ofWords(line, (word) => !panels.some(({ holds }) => holds(word)));
}

function ofWords(line: Line | undefined, isOwn: (word: Word) => boolean): Line | null {
  const words = line?.words.filter(isOwn) ?? [];
  const [start] = words;
  if (line === undefined || start === undefined) return null;
  return { ...line, words, baseline: start.baseline, size: Math.max(...words.map(({ size }) => size)) };
}
