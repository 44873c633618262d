import type { SqlEntityManager } from '@mikro-orm/sql';
import { File, type ProcessedData } from './file.entity.ts';

/** What the last runs of these files have come to, in the order of the ids; null where they have not ended (yet). */
export async function loadProcessedData(
  em: SqlEntityManager,
  fileIds: readonly number[],
): Promise<(ProcessedData | null)[]> {
  const files = await em.find(
    File,
    { id: { $in: [...fileIds] } },
    { fields: ['status', 'failure', 'processedData'], disableIdentityMap: true },
  );
  const found = new Map(files.map((file) => [file.id, resultOf(file)]));
  return fileIds.map((id) => found.get(id) ?? null);
}

function resultOf({ status, failure, processedData }: Pick<File, 'status' | 'failure' | 'processedData'>) {
  if (status === 'completed') return processedData ?? null;
  return status === 'error' && failure ? { error: failure } : null;
}
