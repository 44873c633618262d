import { Client } from 'pg';

export type Notifications = {
  /** Calls the listener with each payload that any process sent on the channel, and with null where some may be missed. */
  listen(channel: string, listener: (payload: string | null) => void): void;
  /** Sent at once. Fails silently: whoever misses it looks by itself, later. */
  notify(channel: string, payload: string): void;
  close(): Promise<void>;
};

const RECONNECT_MILLISECONDS = 1_000;

/**
 * PostgreSQL's LISTEN and NOTIFY over a connection of its own, which is opened anew as often as it breaks. What was sent
 * while it was away is lost, so listeners are then told to look for themselves.
 */
export async function openNotifications(url: string, onError: (error: unknown) => void): Promise<Notifications> {
  const listeners = new Map<string, Set<(payload: string | null) => void>>();
  let client: Client | null = null;
  let closing = false;
  let reconnecting: NodeJS.Timeout | undefined;

  const tell = (channel: string, payload: string | null) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload);
  };
  // A connection is asked one thing at a time.
  let asked: Promise<unknown> = Promise.resolve();
  const ask = (text: string, values: string[] = []): void => {
    const earlier = asked;
    asked = (async () => {
      await earlier;
      try {
        await client?.query(text, values);
      } catch (error) {
        onError(error);
      }
    })();
  };

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: 'excellent-banking listener', keepAlive: true });
    // A connection ends with an error and an end, or with either.
    const lost = (error?: unknown) => {
      if (error) onError(error);
      if (client !== next) return;
      client = null;
      again();
    };
    next.on('error', lost);
    next.on('end', () => lost());
    next.on('notification', ({ channel, payload = '' }) => tell(channel, payload));
    try {
      await next.connect();
      for (const channel of listeners.keys()) await next.query(listenTo(channel));
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    client = next;
  };

  const again = (): void => {
    if (!closing) reconnecting = setTimeout(reconnect, RECONNECT_MILLISECONDS);
  };
  const reconnect = async (): Promise<void> => {
    try {
      await connect();
      for (const channel of listeners.keys()) tell(channel, null);
    } catch (error) {
      onError(error);
      again();
    }
  };

  await connect();
  return {
    listen(channel, listener) {
      const known = listeners.get(channel);
      if (known) return void known.add(listener);
      listeners.set(channel, new Set([listener]));
      ask(listenTo(channel));
    },
    notify(channel, payload) {
      ask('select pg_notify($1, $2)', [channel, payload]);
    },
    async close() {
      closing = true;
      clearTimeout(reconnecting);
      await asked;
      const open = client;
      client = null;
      await open?.end();
    },
  };
}

const listenTo = (channel: string): string => `listen "${channel.replaceAll('"', '""')}"`;
