import type { EntityClass, EntityMetadata } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Page } from './page.ts';

type Value = string | number | null;
type Where<Entity> = { [Property in keyof Entity]?: Value | readonly Value[] };
type Columns = { list: string[]; columnOf: ReadonlyMap<string, string>; times: string[] };

/**
 * Rows as plain objects with the entity's properties, the lazy ones left out, straight from the table: for what is only
 * read. An entity would be tracked for changes that nobody makes, and costs several times as much (`npm run bench:http`).
 * With a page: newest first. The columns are of numbers, texts and times.
 */
export async function selectRows<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityClass<Entity>,
  where: Where<Entity>,
  page?: Page,
): Promise<Entity[]> {
  const metadata = em.getMetadata(entity);
  const { list, columnOf, times } = columnsOf(metadata);
  let query = em.getKysely<Record<string, Record<string, Value>>>().selectFrom(metadata.tableName).select(list);
  for (const [property, value] of Object.entries(where) as [string, Value | readonly Value[]][]) {
    const column = columnOf.get(property) ?? property;
    query = Array.isArray(value) ? query.where(column, 'in', value) : query.where(column, '=', value as Value);
  }
  if (page) {
    // Ids grow with time, so the newest row has the highest.
    query = query.orderBy('id', 'desc').limit(page.limit);
    if (page.before != null) query = query.where('id', '<', page.before);
    if (page.skip) query = query.offset(page.skip);
  }
  const rows: Record<string, unknown>[] = await query.execute();
  const platform = em.getPlatform();
  for (const row of rows) {
    for (const time of times) if (row[time] !== null) row[time] = platform.parseDate(row[time] as string | number);
  }
  return rows as Entity[];
}

const known = new WeakMap<object, Columns>();

/** What there is to select, worked out once for each entity. */
function columnsOf(metadata: EntityMetadata): Columns {
  const before = known.get(metadata);
  if (before) return before;
  const properties = metadata.props.filter(({ lazy }) => !lazy);
  const columns = properties.map(({ name, fieldNames }) => [name, fieldNames[0] ?? name] as const);
  const worked = {
    list: columns.map(([name, column]) => `${column} as ${name}`),
    columnOf: new Map(columns),
    times: properties.filter(({ runtimeType }) => runtimeType === 'Date').map(({ name }) => name),
  };
  known.set(metadata, worked);
  return worked;
}
