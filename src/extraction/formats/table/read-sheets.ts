import type { ExtractedDocument } from '../../statement.ts';
import { findTables } from './find-table.ts';
import type { Grid } from './grid.ts';
import { readTables } from './read-tables.ts';

export type Sheet = Grid & { isHidden: boolean };

/**
 * What the sheets of a workbook say, in their order. What is hidden is for formulas, and left out with a warning where it
 * looks like entries; only where nothing else has any are they read.
 */
export function readSheets(sheets: readonly Sheet[], warnings: string[]): Omit<ExtractedDocument, 'sourceFormat'> {
  const characters = sheets.reduce((sum, { rows }) => sum + rows.reduce((own, row) => own + lengthOf(row), 0), 0);
  const about = (statements: ExtractedDocument['statements']) => ({ statements, warnings, pages: 1, characters });
  const shown = readTables(
    sheets.filter(({ isHidden }) => !isHidden),
    warnings,
  );
  const hidden = sheets.filter((sheet) => sheet.isHidden && findTables(sheet).length > 0);
  if (hidden.length === 0) return about(shown);
  const names = hidden.map(({ name }) => `“${name}”`).join(', ');
  const hasEntries = shown.some(({ transactions }) => transactions.length > 0);
  warnings.push(
    hasEntries
      ? `Hidden sheets look like lists of entries and were left out: ${names}.`
      : `The entries stand on hidden sheets: ${names}.`,
  );
  return about(hasEntries ? shown : readTables(hidden, warnings));
}

function lengthOf(row: Grid['rows'][number]): number {
  return row.reduce((sum, { text }) => sum + text.length, 0);
}
