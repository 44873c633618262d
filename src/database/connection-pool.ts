import type { MikroORM } from '@mikro-orm/sql';

export type PoolState = { idle: number; busy: number; waiting: number };

/** How the connections to PostgreSQL stand; null for SQLite, which has one and no pool. */
export async function readPool(orm: MikroORM): Promise<PoolState | null> {
  const { PostgreSqlConnection } = await import('@mikro-orm/postgresql');
  const connection = orm.em.getConnection();
  if (!(connection instanceof PostgreSqlConnection)) return null;
  const { totalCount, idleCount, waitingCount } = await connection.getNativeClient();
  return { idle: idleCount, busy: totalCount - idleCount, waiting: waitingCount };
}
