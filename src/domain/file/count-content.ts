/** What was found in uploaded bytes without reading the statement: enough to charge for it, and to name it for ever. */
export type CountedContent = {
  pages: number;
  mimeType: string;
  sha256: string;
  /** Where a password was needed: a copy that needs none. */
  unlocked?: UnlockedContent | null;
};

export type UnlockedContent = { bytes: Uint8Array; sha256: string };

/**
 * Recognises the content of an upload by its bytes and counts its pages, apart from this process and within limits.
 * `read` is called when it is the file's turn, so that what waits holds no bytes. Throws `ExtractionError` where the
 * bytes cannot be read, `CONFLICT` where this file is being counted already, `RATE_LIMITED` where too many wait.
 */
export type CountContent = (
  fileId: number,
  read: () => Promise<Uint8Array>,
  options?: { password?: string | undefined },
) => Promise<CountedContent>;
