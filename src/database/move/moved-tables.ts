import type { EntityMetadata } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/sql';
import { Job } from '../../jobs/job.entity.ts';
import { entities } from '../entities.ts';

/** A table that is copied row by row. */
export type MovedTable = {
  name: string;
  columns: readonly { name: string; postgresqlType: string }[];
  primaryKey: readonly string[];
  /** Whether the database gives out its ids. */
  hasSequence: boolean;
};

/** Kept by the engine's own queue, so they are not copied but handed over. */
export const JOBS_TABLE = 'jobs';

/** All tables but that of the jobs, each after those that it refers to. */
export function movedTables(orm: MikroORM): MovedTable[] {
  const metadata = entities.filter((entity) => entity !== Job).map((entity) => orm.getMetadata().get<object>(entity));
  const ordered: MovedTable[] = [];
  const visit = (of: EntityMetadata<object>): void => {
    if (ordered.some(({ name }) => name === of.tableName)) return;
    for (const { targetMeta } of of.relations) if (targetMeta && targetMeta !== of) visit(targetMeta);
    ordered.push(describeTable(of));
  };
  for (const each of metadata) visit(each);
  return ordered;
}

const describeTable = ({ tableName, props, primaryKeys }: EntityMetadata<object>): MovedTable => ({
  name: tableName,
  columns: props.flatMap(({ fieldNames, columnTypes, persist }) =>
    persist === false ? [] : fieldNames.map((name, n) => ({ name, postgresqlType: columnTypes[n] ?? '' })),
  ),
  primaryKey: props
    .filter(({ name }) => primaryKeys.some((key) => key === name))
    .flatMap(({ fieldNames }) => fieldNames),
  hasSequence: props.some(({ primary, autoincrement }) => primary && autoincrement),
});
