import { proveLedger } from '../prove-ledger.ts';
import type { Statement } from '../../statement.ts';
import { findTables } from './find-table.ts';
import type { Grid } from './grid.ts';
import { readAround } from './read-around.ts';
import { ledgersOfTable } from './table-ledgers.ts';

/** The statements in the tables of a file's sheets. What stands over and under a table tells whose it is. */
export function readTables(grids: readonly Grid[], warnings: string[]): Statement[] {
  return grids.flatMap((grid) => {
    const tables = findTables(grid);
    return tables.flatMap((table, at) => {
      const above = grid.rows.slice(tables[at - 1]?.from ?? 0, table.heading ?? table.from);
      const around = readAround(at === 0 ? above : above.slice(-20));
      return ledgersOfTable(grid.rows, table, around, warnings).map(proveLedger);
    });
  });
}
