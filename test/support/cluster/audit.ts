import type { MikroORM } from '@mikro-orm/sql';

/** What the database of a cluster at rest has to say of its statements and credits; lists are of what is wrong. */
export type Audit = {
  completed: number;
  /** Acknowledged, and not there or not completed, used and paid once each. */
  notOnce: unknown[];
  /** Not acknowledged, and more than announced. */
  unasked: unknown[];
  unbalancedTransfers: unknown[];
  /** Accounts whose balance is not the sum of their entries. */
  wrongBalances: unknown[];
  /** Users whose totals of usage are not the sums of their records. */
  wrongTotals: unknown[];
  available: number;
  reserved: number;
  used: number;
};

/** `acknowledged`: the files whose processing was promised. Where nobody else has used the cluster. */
export async function audit(orm: MikroORM, acknowledged: Iterable<number>): Promise<Audit> {
  const ask = <Row = unknown>(sql: string): Promise<Row[]> => orm.em.fork().getConnection().execute<Row[]>(sql);
  const ids = `(select unnest('{${[...acknowledged].join()}}'::int[]) as id)`;
  const credits = async (account: string): Promise<number> => {
    const [row] = await ask<{ sum: string }>(
      `select coalesce(sum(balance), 0) as sum from ledger_accounts where name = '${account}'`,
    );
    return Number(row?.sum);
  };
  const completed = await ask(`select id from files where status = 'completed'`);
  return {
    completed: completed.length,
    notOnce: await ask(
      `select wanted.id, f.status, f.run, f.failure from ${ids} wanted left join files f on f.id = wanted.id
       where f.status is distinct from 'completed' or f.run <> 1 or f.credits_consumed <> 1
         or (select count(*) from usage_records u where u.file_id = wanted.id) <> 1
         or (select count(*) from ledger_transfers t
             where t.type = 'usage' and t.reference = 'file:' || wanted.id || ':run:1') <> 1`,
    ),
    unasked: await ask(
      `select id, status from files f where id not in (select id from ${ids} wanted)
         and (status <> 'pending' or exists (select from usage_records u where u.file_id = f.id))`,
    ),
    unbalancedTransfers: await ask(
      `select transfer_id from ledger_entries group by transfer_id having sum(credits) <> 0 or count(*) <> 2`,
    ),
    wrongBalances: await ask(
      `select a.id from ledger_accounts a left join ledger_entries e on e.account_id = a.id
       group by a.id having a.balance <> coalesce(sum(e.credits), 0)`,
    ),
    wrongTotals: await ask(
      `select u.id from users u left join usage_totals t on t.user_id = u.id
         left join (select user_id, count(*) as files, sum(total_pages) as pages from usage_records group by 1) r
           on r.user_id = u.id
       where coalesce(t.total_files, 0) <> coalesce(r.files, 0) or coalesce(t.total_pages, 0) <> coalesce(r.pages, 0)`,
    ),
    available: await credits('available'),
    reserved: await credits('reserved'),
    used: await credits('used'),
  };
}
