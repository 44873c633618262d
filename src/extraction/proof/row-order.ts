import { dateOf, type Row } from '../table/row.ts';
import type { DateOrder } from '../tokens/calendar-date.ts';

/** Whether the rows run from the newest to the oldest; null where their dates do not tell. */
export function newestFirst(rows: readonly Row[], order: DateOrder): boolean | null {
  let forward = 0;
  let backward = 0;
  let before: number | null = null;
  for (const row of rows) {
    const date = dateOf(row)?.readings[order];
    if (date == null) continue;
    const day = (date.year ?? 0) * 372 + date.month * 31 + date.day;
    if (before !== null && day > before) forward++;
    if (before !== null && day < before) backward++;
    before = day;
  }
  if (forward === backward) return null;
  return backward > forward;
}
