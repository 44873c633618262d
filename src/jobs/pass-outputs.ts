import type { CombineEnds } from './combiner.ts';

/** One output on its way from the process that writes it to whoever takes it. */
type Passage = { writer: WritableStreamDefaultWriter<Uint8Array>; taken: Promise<void> };

/**
 * Makes one stream of the parts of each output, which come one after the other: `pass` settles when the part has been
 * read, and with the last part (null) when the output has been taken. Throws what `take` has thrown.
 */
export const passOutputs = (take: CombineEnds['take']) => {
  let passage: Passage | null = null;

  return {
    async pass(format: Parameters<typeof take>[0], part: Uint8Array | null): Promise<void> {
      const { writer, taken } = (passage ??= openPassage((body) => take(format, body)));
      if (part) return Promise.race([writer.write(part), taken]);
      writer.close().catch(() => undefined);
      await taken;
      passage = null;
    },

    /** Ends an output that is under way; settles when whoever took it has let go of it. */
    async breakOff(reason: unknown): Promise<void> {
      if (!passage) return;
      const { writer, taken } = passage;
      await Promise.allSettled([writer.abort(reason), taken]);
    },
  };
};

const openPassage = (take: (body: ReadableStream<Uint8Array>) => Promise<void>): Passage => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // Whoever awaits a write hears of a failure there.
  writer.closed.catch(() => undefined);
  const taken = take(readable);
  taken.catch((error: unknown) => writer.abort(error).catch(() => undefined));
  return { writer, taken };
};
