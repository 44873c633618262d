import { expect, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/orm.ts';
import { createNamedPlace } from '../support/test-database.ts';

test('of many that start at once over a server without the database, one makes it and the others find it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { location, name, remove } = createNamedPlace();
    const orms = await Promise.all(Array.from({ length: 4 }, () => openDatabase(location)));
    const applied = await Promise.all(orms.map(migrate));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    for (const orm of orms) {
      const [row] = await orm.em
        .fork()
        .getConnection()
        .execute('select current_database() as name, count(*) from users');
      expect(row).toEqual({ name, count: '0' });
    }
    await Promise.all(orms.map((orm) => orm.close()));
    await remove();
  }
});
