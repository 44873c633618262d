import { columnName } from './column-name.ts';
import type { FillSheet } from './pack-workbook.ts';
import type { TablePlan } from './table-plan.ts';
import { tableSheetXml } from './table-sheet-xml.ts';

/**
 * What completes a table that `layTable` laid out, by the path in the package: its rows, and the range that they span.
 * `sheet` and `table` are the numbers that the library gave both, from 1.
 */
export const fillTable = <Row>(
  plan: TablePlan<Row>,
  { sheet, table }: { sheet: number; table: number },
): [path: string, fill: FillSheet][] => [
  [`xl/worksheets/sheet${sheet}.xml`, (laidOut) => tableSheetXml(laidOut, plan)],
  [`xl/tables/table${table}.xml`, (laidOut) => [tableRangeXml(laidOut, plan)]],
];

/**
 * The definition of the table and that of its filter (ECMA-376 part 1, 18.5.1.2 "table", 18.3.1.2 "autoFilter") with the
 * range of all rows. A table without a row is none to Excel: where there is nothing to list it has an empty one.
 */
const tableRangeXml = <Row>(laidOut: string, { rows, columns }: TablePlan<Row>): string => {
  const lastColumn = columnName(columns.length - 1);
  return laidOut.replaceAll(`ref="A1:${lastColumn}2"`, `ref="A1:${lastColumn}${Math.max(rows.length, 1) + 1}"`);
};
