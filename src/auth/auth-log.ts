/** Where this room tells what it refused and why. Never given a token, a key or a header. */
export type AuthLog = (level: 'debug' | 'info' | 'warn', fields: Record<string, unknown>, message: string) => void;
