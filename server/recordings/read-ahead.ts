interface Part {
  bytes: number;
}

/** So many are under way at once, and so many bytes beside the first of them. */
const most = { parts: 8, bytes: 2 * 1024 * 1024 };

/**
 * What `load` gives for each part, in their order; the next ones are on their way already: a recording is a file a
 * second, and a store over the network takes some milliseconds for each.
 */
export async function* readAhead<P extends Part, T>(
  parts: Iterable<P>,
  load: (part: P) => Promise<T>,
): AsyncGenerator<[P, T], void> {
  const waiting: { part: P; loaded: Promise<T> }[] = [];
  let bytes = 0;
  async function* first(): AsyncGenerator<[P, T], void> {
    const next = waiting.shift();
    if (!next) return;
    bytes -= next.part.bytes;
    yield [next.part, await next.loaded];
  }
  for (const part of parts) {
    while (waiting.length >= most.parts || (waiting.length > 0 && bytes + part.bytes > most.bytes)) yield* first();
    const loaded = load(part);
    // Heard of in its turn.
    loaded.catch(() => undefined);
    waiting.push({ part, loaded });
    bytes += part.bytes;
  }
  while (waiting.length > 0) yield* first();
}
