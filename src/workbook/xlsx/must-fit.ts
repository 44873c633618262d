import { AppError } from '../../errors.ts';

/** An Excel sheet has 1,048,576 rows; the first is the table's heading. */
const ROWS_MAX = 1_048_575;

/** Throws AppError `TOO_LARGE` where the rows do not fit into one sheet. */
export const mustFit = (rows: readonly unknown[]): void => {
  if (rows.length > ROWS_MAX) {
    throw new AppError(
      'TOO_LARGE',
      `A sheet of Excel holds ${ROWS_MAX} rows, and here are ${rows.length}; divide them`,
    );
  }
};
