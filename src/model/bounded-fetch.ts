/**
 * A `fetch` that follows no redirect, reads no more than so many bytes, and can be aborted until the last of them has
 * come.
 */
export const boundedFetch =
  (mostBytes: number): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    const { status, statusText, headers } = response;
    const body = response.body?.pipeThrough(bound(mostBytes)) ?? null;
    return new Response(body, { status, statusText, headers });
  };

function bound(mostBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) controller.error(new Error(`The answer is longer than ${mostBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
}
