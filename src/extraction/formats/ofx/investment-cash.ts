import type { OfxElement } from './parse-sgml.ts';

/**
 * What moves the cash of an investment account (OFX 1.6, 13.9.2): purchases, sales, what is paid out and what it costs.
 * What is reinvested, transferred or split moves securities alone.
 */
const MOVES_CASH = /^(?:BUY|SELL|INCOME$|INVEXPENSE$|MARGININTEREST$|RETOFCAP$)/;

/** One movement of cash: its parts as OFX names them, wherever they are nested. */
export type CashMovement = { date: string; settled: string; total: string; memo: string; id: string };

/** The movements of cash in the list of an investment account, but for those that are bank transactions of their own. */
export function cashMovements(list: OfxElement | undefined): CashMovement[] {
  return (list?.children ?? [])
    .filter(({ name }) => MOVES_CASH.test(name))
    .map((item) => ({
      date: textIn(item, 'DTTRADE'),
      settled: textIn(item, 'DTSETTLE'),
      total: textIn(item, 'TOTAL'),
      memo: textIn(item, 'MEMO') || item.name,
      id: textIn(item, 'FITID'),
    }));
}

/** The text of the first element of that name inside another, at any depth; empty where there is none. */
function textIn(element: OfxElement, name: string): string {
  for (const child of element.children) {
    const text = child.name === name ? child.text.trim() : textIn(child, name);
    if (text !== '') return text;
  }
  return '';
}
