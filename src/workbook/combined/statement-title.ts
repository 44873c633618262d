import type { CombinedStatement } from './combined.ts';

/** What a statement is called: its file, and which one of it where the file has several. */
export const statementTitle = ({ filename, statementNumber, statementsInFile }: CombinedStatement): string =>
  statementsInFile > 1 ? `${filename} (${statementNumber} of ${statementsInFile})` : filename;
