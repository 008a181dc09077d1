import { filePieceSentBytes } from '../../protocol/file.ts';

const sliceBytes = 8 * filePieceSentBytes;

/**
 * Reads a file from one byte on, slice by slice. All come in one memory: each is good until the next is asked for.
 * (`slice().arrayBuffer()` makes garbage of the whole file, which browsers leave lying for 100 MiB, and is slower.)
 */
export async function* readSlices(file: Blob, from: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = byteReader(file.slice(from).stream());
  if (!reader) {
    for (let at = from; at < file.size; at += sliceBytes) {
      yield new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer());
    }
    return;
  }
  let memory = new ArrayBuffer(sliceBytes);
  try {
    for (let isEnd = false; !isEnd;) {
      let filled = 0;
      while (!isEnd && filled < sliceBytes) {
        const { done, value } = await reader.read(new Uint8Array(memory, filled));
        isEnd = done;
        if (!value) break;
        memory = value.buffer;
        filled += value.length;
      }
      if (filled > 0) yield new Uint8Array(memory, 0, filled);
    }
  } finally {
    // Of a file that cannot be read any more there is nothing to end.
    reader.cancel().catch(() => undefined);
  }
}

/** Null: an older browser, whose files are no streams of bytes. */
function byteReader(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
