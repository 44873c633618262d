/**
 * So many at a time, or fewer where their texts are long. What is read from is closed wherever the reader of the batches
 * ends.
 */
export function* inBatches<T>(items: Iterable<T>, most: number, mostCharacters = Infinity): Generator<T[]> {
  let batch: T[] = [];
  let characters = 0;
  for (const item of items) {
    batch.push(item);
    if (typeof item === 'string') characters += item.length;
    if (batch.length < most && characters < mostCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
