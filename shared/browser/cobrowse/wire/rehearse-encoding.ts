import { createMirrorEncoder } from './encode.ts';
import { rehearsal } from './rehearsal.ts';

/** Code that has never run is several times slower: here it runs before anybody waits for it. */
export function rehearseEncoding(): void {
  const { body, sheets } = rehearsal();
  const viewport = { width: 1, height: 1, pixelRatio: 1 };
  const document = { frame: 0, documentId: '', viewport, more: false };
  const encoder = createMirrorEncoder();
  encoder.sheets(sheets);
  encoder.encode({ type: 'mirror.snapshot', owner: null, seq: 1, ...document }, body);
  encoder.encode({ type: 'mirror.events', seq: 2, ...document }, body);
}
