import type { Heading } from '../table/heading.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { INTEREST, LOAN_BALANCES, LOAN_TITLES, PRINCIPAL } from '../vocabulary/loans.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { piecesOf } from './piece.ts';

const titles = phraseBook({ loan: LOAN_TITLES });
const balances = phraseBook({ balance: LOAN_BALANCES });
const parts = phraseBook({ principal: PRINCIPAL, interest: INTEREST });
/** The month may stand behind a title. */
const MOST_BEHIND = 2;

/**
 * Whether a statement is of a loan: its balances are called what is left of one, its table parts what is paid into principal
 * and interest, or it has the title of a loan's in its head. What it owes falls by what is paid.
 *
 * @param head its lines before its first row
 * @param headings those of its tables
 */
export function saysLoan(head: readonly TokenLine[], headings: readonly Heading[]): boolean {
  return headings.some((heading) => namesLoanBalance(heading) || partsPayments(heading)) || head.some(isTitle);
}

function namesLoanBalance({ cells }: Heading): boolean {
  return cells.some(({ role, text }) => role === 'balance' && balances.find(foldTerms(text)).length > 0);
}

/** `Amount  Interest charged  Principal  Balance`. */
function partsPayments({ cells }: Heading): boolean {
  const named = new Set(cells.map(({ text }) => parts.meaningOf(text)));
  return named.has('principal') && named.has('interest') && cells.some(({ role }) => role === 'balance');
}

/** In a list of accounts a loan has its balance beside it. */
function isTitle(line: TokenLine): boolean {
  if (line.amounts.some(({ isMoney }) => isMoney)) return false;
  return piecesOf(line).some(({ terms }) => {
    const [title] = titles.find(terms);
    return title?.start === 0 && terms.slice(title.end).filter((term) => !/\d/.test(term)).length <= MOST_BEHIND;
  });
}
