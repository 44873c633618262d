/** How many streams of events one process keeps open, and for one user; 0: any number. */
export type StreamBounds = { readonly all: number; readonly perUser: number };

/** Whose stream it is, and until when the token that says so is good. */
export type Listener = { userId: number; signedInUntil: Date };

export type EventStreams = {
  /** Whether the user may open one more. */
  hasRoom(listener: Listener): boolean;
  /**
   * The same events, which count until they end or nobody reads them any more. Once the token is good no longer they end
   * with `UNAUTHENTICATED`: looked at whenever something is sent, and at the latest with the next ping.
   */
  hold(events: ReadableStream<Uint8Array>, listener: Listener): ReadableStream<Uint8Array>;
};

export function createEventStreams({ bounds, clock }: { bounds: StreamBounds; clock: () => Date }): EventStreams {
  const open = new Map<number, number>();
  let all = 0;
  const count = (userId: number, change: 1 | -1): void => {
    all += change;
    const own = (open.get(userId) ?? 0) + change;
    if (own > 0) open.set(userId, own);
    else open.delete(userId);
  };
  const isBelow = (bound: number, opened: number): boolean => bound === 0 || opened < bound;

  return {
    hasRoom: ({ userId }) => isBelow(bounds.all, all) && isBelow(bounds.perUser, open.get(userId) ?? 0),

    hold(events, { userId, signedInUntil }) {
      const reader = events.getReader();
      let counted = true;
      count(userId, 1);
      const release = (): void => {
        if (counted) count(userId, -1);
        counted = false;
      };
      return new ReadableStream({
        async pull(controller) {
          const { done, value } = await reader.read().catch((error: unknown) => {
            release();
            throw error;
          });
          const expired = !done && clock() >= signedInUntil;
          if (value && !expired) return controller.enqueue(value);
          if (expired) controller.enqueue(EXPIRED);
          release();
          controller.close();
          if (expired) await reader.cancel();
        },
        cancel(reason) {
          release();
          return reader.cancel(reason);
        },
      });
    },
  };
}

const signedOut = { errors: [{ message: 'Not authenticated', extensions: { code: 'UNAUTHENTICATED' } }] };
const EXPIRED = new TextEncoder().encode(
  `event: next\ndata: ${JSON.stringify(signedOut)}\n\nevent: complete\ndata:\n\n`,
);
