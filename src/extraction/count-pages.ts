import { recognise } from './recognise.ts';
import type { DetectedFormat } from './sniff.ts';

/**
 * Counts the pages of a document without reading them. Files for machines count as one.
 *
 * @throws {ExtractionError} `empty_file`, `unsupported_format`, `encrypted_pdf`, `damaged_file`
 */
export async function countPages(
  bytes: Uint8Array,
  options: { password?: string } = {},
): Promise<{ pages: number; format: DetectedFormat }> {
  const { format, reader } = recognise(bytes);
  return { pages: await reader.countPages(bytes, options), format };
}
