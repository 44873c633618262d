/**
 * What a flag means to the person who opens the workbook. A flag that is not listed is printed as its own words, so
 * that a new flag is never hidden.
 */
const FLAG_SENTENCES: Readonly<Record<string, string>> = {
  balance_mismatch: 'The printed balance does not follow from the row before and this amount.',
  sign_inferred: 'The statement does not say whether this is money in or out: the sign is inferred.',
  date_ambiguous: 'Day and month could be the other way round.',
  date_inferred: 'The date is not printed in this row: it is taken from what stands around it, and could be another.',
  date_outside_period: 'The date lies outside the period of the statement.',
  read_by_model: 'A language model has found this row. Its figures are as printed, and the statement adds up.',
  too_many_digits: 'A figure has more digits than Excel can hold exactly. It is kept as text, outside the formulas.',
};

const CHECK_NAMES: Readonly<Record<string, string>> = {
  opening_balance: 'Opening balance',
  closing_balance: 'Closing balance',
  running_balance: 'Running balance',
  total_credits: 'Total of credits',
  total_debits: 'Total of debits',
  read_by_model: 'Figures and dates that a language model pointed at, and that are printed there',
  opens_where_the_one_before_closed: 'Opens where the statements before it end',
  closes_where_the_continued_balance_leads: 'Closes where the continued balance leads',
};

export const flagSentence = (flag: string): string => FLAG_SENTENCES[flag] ?? `${wordsOf(flag)}.`;

export const checkName = (name: string): string => CHECK_NAMES[name] ?? wordsOf(name);

const wordsOf = (snakeCase: string): string => {
  const words = snakeCase.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
