import type { Ledger } from '../ledger.ts';
import { proveLedger } from '../prove-ledger.ts';
import type { Statement } from '../../statement.ts';
import { findTables } from './find-table.ts';
import type { Grid } from './grid.ts';
import { partWallets } from './part-wallets.ts';
import { readAround } from './read-around.ts';
import { ledgersOfTable } from './table-ledgers.ts';

/** The statements in the tables of a file's sheets. */
export function readTables(grids: readonly Grid[], warnings: string[]): Statement[] {
  return ledgersOfTables(grids, warnings).map(proveLedger);
}

/**
 * What the tables of a file's sheets state, account by account. What stands over and under a table tells whose it is. The
 * ledgers keep nothing of the sheets: a long file can be let go before they are proven.
 */
export function ledgersOfTables(grids: readonly Grid[], warnings: string[]): Ledger[] {
  return grids.flatMap((grid) => {
    const tables = findTables(grid);
    return tables.flatMap((table, at) => {
      const above = grid.rows.slice(tables[at - 1]?.from ?? 0, table.heading ?? table.from);
      const around = readAround(at === 0 ? above : above.slice(-20));
      return partWallets(grid.rows, table).flatMap((own) => ledgersOfTable(own.rows, own.table, around, warnings));
    });
  });
}
