/** Why a document could not be read; becomes `processed_data.error` of the file. */
export type ExtractionErrorCode =
  | 'encrypted_pdf'
  | 'damaged_file'
  | 'empty_file'
  | 'unsupported_format'
  | 'no_text_layer'
  | 'no_transactions'
  | 'too_many_pages'
  | 'too_many_rows'
  | 'time_limit'
  | 'memory_limit'
  | 'content_changed'
  | 'internal_error';

/** A document that cannot be read. `message` is for its owner: what happened and what to do. */
export class ExtractionError extends Error {
  readonly code: ExtractionErrorCode;

  constructor(code: ExtractionErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ExtractionError';
    this.code = code;
  }
}
