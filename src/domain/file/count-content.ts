/** What was found in uploaded bytes without reading the statement: enough to charge for it, and to name it for ever. */
export type CountedContent = { pages: number; mimeType: string; sha256: string };

/**
 * Recognises the content by its bytes and counts its pages, apart from this process and within limits.
 * Throws `ExtractionError` where the bytes cannot be read.
 */
export type CountContent = (bytes: Uint8Array) => Promise<CountedContent>;
