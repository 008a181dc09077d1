import { concat } from '../../link/concat.ts';

/** The body, or null when it is longer than `limit` bytes; then the rest is not even loaded. */
export async function readCapped(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return concat(...parts);
    length += next.value.length;
    if (length > limit) {
      await reader?.cancel().catch(() => undefined);
      return null;
    }
    parts.push(next.value);
  }
}

/** The site itself does not call it private to this reader. */
export const mayBeKept = (response: Response): boolean =>
  !/\b(?:no-store|private)\b/i.test(response.headers.get('cache-control') ?? '');
