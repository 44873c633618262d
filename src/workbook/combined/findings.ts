import { signOfDecimal } from '../decimal.ts';
import type { Combined, CombinedAccount, CombinedStatement } from './combined.ts';
import { statementTitle } from './statement-title.ts';

/** Something that a person must know before using the figures: `bad` where figures contradict each other. */
export type Finding = { tone: 'open' | 'bad'; sentence: string };

/** Everything that keeps the books from being whole and proven, account by account, in words. */
export const findings = ({ accounts }: Combined): Finding[] => accounts.flatMap(accountFindings);

export const accountFindings = (account: CombinedAccount): Finding[] => {
  const found = account.statements.flatMap((source) => statementFindings(source, account));
  if (account.isUnnamed) {
    const sentence = 'its statements name neither bank nor account, and were taken for one account.';
    found.push({ tone: 'open', sentence });
  }
  return found.map(({ tone, sentence }) => ({ tone, sentence: `${account.label}: ${sentence}` }));
};

const statementFindings = (source: CombinedStatement, { currency }: CombinedAccount): Finding[] => {
  const { seam, statement } = source;
  const title = statementTitle(source);
  const money = (figure: string): string => [grouped(figure), currency ?? ''].join(' ').trim();
  const found: Finding[] = [];
  if (seam.copyOf) {
    found.push({
      tone: 'open',
      sentence: `${title} repeats ${statementTitle(seam.copyOf)}: ${counted(seam.duplicates, 'row')} not counted again.`,
    });
  } else if (seam.duplicates > 0) {
    const sentence = `${counted(seam.duplicates, 'row')} of ${title} stand in an earlier statement: not counted again.`;
    found.push({ tone: 'open', sentence });
  }
  if (seam.gap) {
    const { from, to, days } = seam.gap;
    const stayed = seam.opening?.ok ? ' The balance stayed what it was.' : '';
    found.push({ tone: 'open', sentence: `no statement covers ${from} to ${to} (${counted(days, 'day')}).${stayed}` });
  }
  if (seam.opening && !seam.opening.ok) {
    const { printed, continued, difference } = seam.opening;
    found.push({
      tone: 'bad',
      sentence: `${title} opens with ${money(printed)}, but the statements before it lead to ${money(continued)}: ${money(difference)} not explained.`,
    });
  }
  if (seam.closing && !seam.closing.ok) {
    const { printed, continued, difference } = seam.closing;
    found.push({
      tone: 'bad',
      sentence: `${title} closes with ${money(printed)}, but its rows lead to ${money(continued)}: ${money(difference)} not explained.`,
    });
  }
  if (statement.reconciled === false)
    found.push({ tone: 'bad', sentence: `${title} does not add up: see its checks.` });
  if (statement.reconciled === null) {
    found.push({ tone: 'open', sentence: `${title} prints too little to prove its rows.` });
  }
  return found;
};

/** `1,234.50`: by hand, since Intl would make a float of it. */
const grouped = (figure: string): string => {
  const [whole = '', fraction] = figure.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...(fraction === undefined ? [] : [fraction])].join('.');
};

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Whether anything moved on an account that no statement shows. */
export const hasUnaccounted = ({ unaccounted }: CombinedAccount): boolean => signOfDecimal(unaccounted) !== 0;
