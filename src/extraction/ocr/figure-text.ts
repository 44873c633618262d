/** `1,234.56`, `1.234,56-`, `(12.00)`, `€4.00`, `30,00D`: two decimals, groups of three, and signs of all kinds. */
const FIGURE = /^([^\d]*?)((?:\d{1,3}(?:[.,'’]\d{2,3})*[.,'’]\d{3}|\d+)([.,])\d{2}|[.,]\d{2})([^\d]*)$/u;
/** Three decimals, of dinars and rials, are told from thousands by another mark before them: `1,647.273`. */
const FINE_FIGURE = /^[^\d]*(?:\d{1,3}(?:,\d{3})+\.\d{3}|\d{1,3}(?:\.\d{3})+,\d{3})[^\d]*$/u;
const DATE = /^\d{1,4}([./-])(?:\d{1,2}|\p{L}{3,4}\.?)(?:\1\d{2,4})?\.?$/u;

/** A sound figure taken apart; null where the text is none. */
export function takeFigureApart(text: string): { before: string; digits: string; mark: string; after: string } | null {
  const match = FIGURE.exec(text);
  if (match === null) return null;
  const [, before = '', digits = '', mark = digits[0] ?? '.', after = ''] = match;
  return { before, digits, mark, after };
}

export const isFigureText = (text: string): boolean => FIGURE.test(text) || FINE_FIGURE.test(text);
export const isDateText = (text: string): boolean => DATE.test(text);
