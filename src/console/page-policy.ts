/** Whom the page talks to besides the server it came from. Each is an origin. */
export type Neighbours = {
  /** Where signed URLs lead: the server under its public name, and the store where there is one. */
  storage: readonly string[];
  /** The Clerk instance whose sessions are used, if any. */
  clerk: string | null;
};

/** Nothing is allowed that is not named: no script that did not come from here as a file, no style, no frame. */
export function pagePolicy({ storage, clerk }: Neighbours): string {
  const connect = ["'self'", ...new Set(storage), ...(clerk ? [clerk] : [])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    // Clerk's SDK counts the minutes of a token in a worker that it writes itself.
    `worker-src 'self'${clerk ? ' blob:' : ''}`,
    `connect-src ${connect.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The PDF reader's worker decodes images by WebAssembly; it may do that, and load its own files, and nothing else. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
