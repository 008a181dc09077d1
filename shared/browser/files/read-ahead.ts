import { filePieceSentBytes } from '../../protocol/file.ts';
import { letGo } from '../link/let-go.ts';

/** Each read costs a way to the browser's main process and back, so few and large ones, which pieces fill. */
const sliceBytes = 8 * filePieceSentBytes;

/**
 * Reads a file from one byte on, one slice at a time, the next while the present one is used. A slice is gone when the
 * next is asked for.
 */
export async function* readAhead(file: Blob, from: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = (at: number) => {
    const bytes = file.slice(at, at + sliceBytes).arrayBuffer();
    // Who stops before the end leaves one that nobody waits for.
    bytes.catch(() => undefined);
    return bytes;
  };
  let next = from < file.size ? read(from) : null;
  for (let at = from; next;) {
    const bytes = new Uint8Array(await next);
    at += bytes.length;
    next = at < file.size && bytes.length > 0 ? read(at) : null;
    yield bytes;
    letGo(bytes);
  }
}
