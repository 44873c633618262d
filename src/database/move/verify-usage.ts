import type { SqlEntityManager } from '@mikro-orm/sql';
import { inBatches } from './in-batches.ts';
import type { SqliteSource } from './sqlite-source.ts';

type Totals = { user_id: number } & Record<string, number | string>;

const USERS_AT_ONCE = 5_000;

const SUMS = ['total_files', 'total_characters', 'total_pages', 'total_file_size'] as const;

/** Both engines know these words. A user is in it who has totals, records, or both. */
const usageOf = (ids: string): string => `
  select u.id as user_id, ${SUMS.map((sum) => `coalesce(t.${sum}, 0) as ${sum}, coalesce(r.${sum}, 0) as r_${sum}`).join()}
  from users u
  left join usage_totals t on t.user_id = u.id
  left join (
    select user_id, count(*) as total_files, sum(total_characters) as total_characters, sum(total_pages) as total_pages,
      sum(file_size) as total_file_size
    from usage_records group by user_id
  ) r on r.user_id = u.id
  where ${ids} order by u.id`;

/** User by user: the totals are the sums of the records, and the same on either side. */
export async function verifyUsage(source: SqliteSource, em: SqlEntityManager): Promise<void> {
  let from = 0;
  for (const batch of inBatches(source.rows(usageOf('true')), USERS_AT_ONCE)) {
    const expected = batch as Totals[];
    const last = expected.at(-1)?.user_id ?? from;
    const found = await em.execute<Totals[]>(usageOf('u.id > ? and u.id <= ?'), [from, last]);
    expected.forEach((totals, n) => mustAgree(totals, found[n]));
    from = last;
  }
}

function mustAgree(expected: Totals, found: Totals | undefined): void {
  for (const sum of SUMS) {
    const what = `${sum.replaceAll('_', ' ')} used by user ${expected.user_id}`;
    const total = Number(expected[sum]);
    if (Number(expected[`r_${sum}`]) !== total) {
      throw new Error(`The ${what} are ${total}, but the records add up to ${expected[`r_${sum}`]}`);
    }
    const arrived = found?.user_id === expected.user_id ? found : undefined;
    if (Number(arrived?.[sum]) !== total || Number(arrived?.[`r_${sum}`]) !== total) {
      throw new Error(`The ${what} were ${total} and arrived as ${arrived?.[sum]}`);
    }
  }
}
