const JSON_TYPE = { 'Content-Type': 'application/json' };

/** An answer as JSON. */
export const json = (body: unknown, status = 200, headers?: Record<string, string>): Response =>
  new Response(JSON.stringify(body), { status, headers: headers ? { ...JSON_TYPE, ...headers } : JSON_TYPE });

/** What FastAPI answers where something is wrong. */
export const failure = (status: number, detail: unknown, headers?: Record<string, string>): Response =>
  json({ detail }, status, headers);
