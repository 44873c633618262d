import { readFileSync } from 'node:fs';
import type { Statement } from '../../../src/extraction/statement.ts';

/** A small file as some bank exports it, with what a reader must find in it. */
export type Miniature = {
  title: string;
  encoding: string;
  text: string;
  statements: ExpectedStatement[];
  /** A word of the warning that must be given, or null where none may be. */
  warning: string | null;
};

/** `facts` are those that the file states: a currency, `proven`, `account=…`, `opening=…`, `closing=…`. */
type ExpectedStatement = { facts: string[]; rows: string[] };

/**
 * Miniatures are written one after the other, as people read them: a title (`=== title [encoding]`), the file itself, a
 * line of facts for each statement (`> EUR account=4711 ! word of the warning`), and a line for each row: date, amount,
 * balance, flags if there are any, and the description.
 */
export function readMiniatures(path: string | URL): Miniature[] {
  const [, ...parts] = readFileSync(path, 'utf8').split(/^=== /m);
  return parts.map((part) => {
    const [head = '', ...lines] = part.trimEnd().split('\n');
    const [, title = '', encoding = 'utf-8'] = /^(.*?)(?: \[([\w-]+)\])?$/.exec(head) ?? [];
    const starts = lines.flatMap((line, at) => (line.startsWith('>') ? [at] : []));
    const warnings = starts.flatMap((at) => /! (.*)$/.exec(lines[at] ?? '')?.[1] ?? []);
    return {
      title,
      encoding,
      text: `${lines.slice(0, starts[0]).join('\n')}\n`,
      statements: starts.map((at, index) => ({
        facts: factsIn(
          (lines[at] ?? '')
            .replace(/ ?!.*$/, '')
            .slice(1)
            .trim(),
        ),
        rows: lines.slice(at + 1, starts[index + 1]),
      })),
      warning: warnings[0] ?? null,
    };
  });
}

/** What the title says about the statement, in the words of a miniature. */
export function factsOf(statement: Statement, expected: readonly string[]): string[] {
  return expected.map((fact) => {
    const [name, value] = fact.split('=');
    if (value === undefined)
      return fact === 'proven' ? (statement.reconciled === true ? fact : 'unproven') : `${statement.currency}`;
    if (name === 'account') return `account=${statement.accountNumber}`;
    if (name === 'opening') return `opening=${statement.openingBalance}`;
    return `closing=${statement.closingBalance}`;
  });
}

/** The rows as a miniature writes them. */
export function rowsOf({ transactions }: Statement): string[] {
  return transactions.map(({ date, amount, balance, flags, description }) => {
    const figures = [date, amount, balance ?? '-', ...flags].join(' ');
    return `${figures} | ${description.replaceAll('\n', ' / ')}`;
  });
}

function factsIn(line: string): string[] {
  return line === ''
    ? []
    : line
        .split(/ (?=[a-z]+=|proven)/)
        .flatMap((fact) => (/^[A-Z]{3} /.test(fact) ? [fact.slice(0, 3), fact.slice(4)] : [fact]));
}
