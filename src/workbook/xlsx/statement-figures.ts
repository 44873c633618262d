import type { Statement } from '../../extraction/statement.ts';
import { signOfDecimal, subtractDecimals, sumDecimals } from '../decimal.ts';
import { isExactInExcel } from './excel-number.ts';

/** What a statement's rows add up to, exactly; null where a printed balance is missing. */
export type StatementFigures = {
  moneyIn: string;
  moneyOut: string;
  /** Opening balance plus every amount. */
  closingComputed: string | null;
  /** Printed closing balance less the computed one: zero where they agree. */
  difference: string | null;
  /** Whether Excel's own arithmetic can come to the same figures. */
  isExactInExcel: boolean;
};

export const statementFigures = ({ openingBalance, closingBalance, transactions }: Statement): StatementFigures => {
  const amounts = transactions.map((transaction) => transaction.amount);
  const moneyIn = sumDecimals(amounts.filter((amount) => signOfDecimal(amount) > 0));
  const moneyOut = sumDecimals(amounts.filter((amount) => signOfDecimal(amount) < 0));
  const closingComputed = openingBalance === null ? null : sumDecimals([openingBalance, moneyIn, moneyOut]);
  const difference =
    closingComputed === null || closingBalance === null ? null : subtractDecimals(closingBalance, closingComputed);

  const figures = [...amounts, moneyIn, moneyOut, openingBalance, closingBalance, closingComputed, difference];
  return {
    moneyIn,
    moneyOut,
    closingComputed,
    difference,
    isExactInExcel: figures.every((figure) => figure === null || isExactInExcel(figure)),
  };
};
