import type { Heading } from '../table/heading.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { LOAN_BALANCES, LOAN_TITLES } from '../vocabulary/loans.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { piecesOf } from './piece.ts';

const titles = phraseBook({ loan: LOAN_TITLES });
const balances = phraseBook({ balance: LOAN_BALANCES });
/** The month may stand behind a title. */
const MOST_BEHIND = 2;

/**
 * Whether a statement is of a loan: its balances are called what is left of one, or it has the title of a loan's in its
 * head. What it owes falls by what is paid.
 *
 * @param head its lines before its first row
 * @param headings those of its tables
 */
export function saysLoan(head: readonly TokenLine[], headings: readonly Heading[]): boolean {
  return headings.some(namesLoanBalance) || head.some(isTitle);
}

function namesLoanBalance({ cells }: Heading): boolean {
  return cells.some(({ role, text }) => role === 'balance' && balances.find(foldTerms(text)).length > 0);
}

/** In a list of accounts a loan has its balance beside it. */
function isTitle(line: TokenLine): boolean {
  if (line.amounts.some(({ isMoney }) => isMoney)) return false;
  return piecesOf(line).some(({ terms }) => {
    const [title] = titles.find(terms);
    return title?.start === 0 && terms.slice(title.end).filter((term) => !/\d/.test(term)).length <= MOST_BEHIND;
  });
}
