import type { ExtractedDocument } from '../extraction/statement.ts';
import { toProcessedData } from './processed-data.ts';

/** The document as JSON text: exactly what the API calls `processed_data`, indented for a person to read. */
export const writeJson = (document: ExtractedDocument): string =>
  `${JSON.stringify(toProcessedData(document), null, 2)}\n`;
