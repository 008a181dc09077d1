import { managerLimits } from '../../shared/protocol/manager-limits.ts';

/** Native messaging: a length in four bytes of the machine's own order (all of ours are little-endian), then JSON. */
export function frameOf(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  if (body.length > managerLimits.messageBytes) throw new RangeError(`A message of ${body.length} bytes is too large.`);
  const frame = Buffer.alloc(4 + body.length);
  frame.writeUInt32LE(body.length, 0);
  body.copy(frame, 4);
  return frame;
}

interface Handlers {
  onText(text: string): void;
  /** The stream is of no use any more; nothing follows. */
  onTooLarge(): void;
}

/** Takes a stream apart. The length is looked at before anything is kept, and chunks are joined once a message. */
export function createFrameReader({ onText, onTooLarge }: Handlers): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let kept = 0;
  /** Of the message that is coming; null while its length is. */
  let wanted: number | null = null;
  let broken = false;

  function take(bytes: number): Buffer {
    const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, kept);
    chunks = all.length > bytes ? [all.subarray(bytes)] : [];
    kept = all.length - bytes;
    return all.subarray(0, bytes);
  }

  return (chunk) => {
    if (broken) return;
    chunks.push(chunk);
    kept += chunk.length;
    while (kept >= (wanted ?? 4)) {
      if (wanted !== null) {
        const text = take(wanted).toString('utf8');
        wanted = null;
        onText(text);
        continue;
      }
      wanted = take(4).readUInt32LE(0);
      if (wanted <= managerLimits.messageBytes) continue;
      broken = true;
      chunks = [];
      return onTooLarge();
    }
  };
}
