/** An error in the stream becomes its last event, a result with a code, where it would only break the connection off. */
export const endWithError = <Event>(events: AsyncIterableIterator<Event>): AsyncIterableIterator<Event | Error> => ({
  [Symbol.asyncIterator]() {
    return this;
  },
  next: () => events.next().catch((error: Error) => ({ value: error })),
  return: async () => (await events.return?.()) ?? { value: undefined, done: true },
});
