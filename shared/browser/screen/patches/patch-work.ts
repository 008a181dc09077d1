import { deflate } from './deflate.ts';
import { encodePatch } from './patch-message.ts';
import { fewSmallParts } from '../../../patch/parts-of.ts';
import { awaitedMs, createPatchPlan, lookAgainMs } from '../../../patch/patch-plan.ts';
import { createPictureMemory, type PictureMemory } from './picture-memory.ts';

export type ToPatchWorker =
  | { type: 'begin'; grant: string; stream: string }
  /** All of them, or one. */
  | { type: 'frames'; frames: ReadableStream<VideoFrame> }
  | { type: 'frame'; frame: VideoFrame }
  /** The viewer has done something. */
  | { type: 'awaited' }
  /** What was sent has arrived, or nearly. */
  | { type: 'free' }
  | { type: 'budget'; bytesPerSecond: number };
/** A message for the channel `screen-patch`, and whether the viewer has something over the video then. */
export interface FromPatchWorker {
  message: Uint8Array<ArrayBuffer>;
  covers: boolean;
}

/** Looks at the frames of one picture and says what goes ahead of its video. */
export function createPatchWork(post: (patch: FromPatchWorker) => void, now: () => number) {
  const look = createPatchPlan();
  let memory: PictureMemory | null = null;
  let under = { grant: '', stream: '' };
  let awaitedUntil = -Infinity;
  let isSent = true;
  let bytesPerSecond = 0;
  let paidAt = -Infinity;
  let isSeeing = false;
  /** The viewer has something over the video. */
  let isCovering = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  /** One at a time. */
  let before = Promise.resolve();
  const then = (work: () => Promise<void>) => (before = before.then(work).catch(giveUp));

  function clear(): void {
    isCovering = false;
    post({ message: encodePatch({ type: 'patch.clear', ...under }), covers: false });
  }
  /** What cannot be looked at is the video's. */
  function giveUp(): void {
    memory = null;
    if (isCovering) clear();
  }

  async function put(picture: PictureMemory): Promise<void> {
    const { size, format, colours } = picture;
    const parts = fewSmallParts(picture.marked, size);
    const pixels = parts && picture.cut(parts);
    picture.forgetChanges();
    if (!parts || !pixels) return clear();
    const message = encodePatch({ type: 'patch.put', ...under, size, format, colours, parts }, await deflate(pixels));
    isSent = false;
    paidAt = Math.max(now(), paidAt) + (message.length / bytesPerSecond) * 1_000;
    isCovering = true;
    post({ message, covers: true });
  }

  async function step(): Promise<void> {
    if (!memory) return;
    const time = now();
    const { changed, squares } = memory;
    const next = look({
      now: time,
      changed,
      squares,
      isAwaited: time < awaitedUntil,
      isLineFree: isSent && time >= paidAt,
    });
    if (next === 'wait') return lookAgain(changed);
    if (next === 'send') return put(memory);
    memory.forgetChanges();
    if (next === 'clear') clear();
  }

  /** A screen at rest gives no frame that would bring the next step. */
  function lookAgain(changed: number): void {
    if (changed > 0) again ??= setTimeout(() => void ((again = undefined), then(step)), lookAgainMs);
  }

  async function see(frame: VideoFrame): Promise<void> {
    try {
      if (!memory?.fits(frame)) memory = createPictureMemory(frame);
      await memory?.look(frame);
    } catch {
      // It has gone meanwhile; the next one is compared with nothing.
      memory = null;
    } finally {
      frame.close();
      isSeeing = false;
    }
    if (memory) await step();
    else giveUp();
  }

  async function follow(frames: ReadableStream<VideoFrame>): Promise<void> {
    const reader = frames.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      await then(() => see(value));
    }
  }

  return (message: ToPatchWorker): void => {
    switch (message.type) {
      case 'begin':
        under = { grant: message.grant, stream: message.stream };
        return undefined;
      case 'frames':
        return void follow(message.frames);
      case 'frame':
        // The one before is still being looked at.
        if (isSeeing) return message.frame.close();
        isSeeing = true;
        return void then(() => see(message.frame));
      case 'awaited':
        awaitedUntil = now() + awaitedMs;
        return undefined;
      case 'free':
        isSent = true;
        return void then(step);
      case 'budget':
        bytesPerSecond = message.bytesPerSecond;
        return undefined;
    }
  };
}
