import type { SqlEntityManager } from '@mikro-orm/sql';
import { File, type ProcessedData } from './file.entity.ts';

/** What processing these files has come to, in the order of the ids; null where nothing has (yet). */
export async function loadProcessedData(
  em: SqlEntityManager,
  fileIds: readonly number[],
): Promise<(ProcessedData | null)[]> {
  const files = await em.find(
    File,
    { id: { $in: [...fileIds] } },
    { fields: ['processedData'], disableIdentityMap: true },
  );
  const found = new Map(files.map((file) => [file.id, file.processedData]));
  return fileIds.map((id) => found.get(id) ?? null);
}
