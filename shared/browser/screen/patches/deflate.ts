/** Bytes made small without loss. */
export const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );

/** Back again. Null unless there are exactly so many: no more than those are ever held. */
export async function inflate(bytes: Uint8Array, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const whole = new Uint8Array(length);
  let at = 0;
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  // What is wrong with them the reader hears, too.
  void writer.write(new Uint8Array(bytes)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return at === length ? whole : null;
      if (at + value.length > length) {
        await reader.cancel();
        return null;
      }
      whole.set(value, at);
      at += value.length;
    }
  } catch {
    return null;
  }
}
