const SECRET = /secret|token|password|passwd|authorization|cookie|credential|signature|private|api_?key/i;

/** A payload (JSON) to look at: indented, and without what anything called like a secret holds. */
export function withoutSecrets(payload: string): string {
  const shown: unknown = JSON.parse(payload, (key, value: unknown) => (SECRET.test(key) ? '[removed]' : value));
  return JSON.stringify(shown, null, 2);
}
