import { folderLimits } from '../protocol/folder-limits.ts';
import { done, fails, type Outcome, type Reading, type Writing } from './folder-root.ts';
import type { Hashing, StartHash } from './hashing.ts';
import type { Stop } from './stop.ts';

interface Copy {
  from: Reading;
  to: Writing;
  startHash: StartHash;
  signal: Stop;
  /** How much of it has arrived. */
  onBytes(bytes: number): void;
}

/** One file from one folder to another, some parts at a time on their way; what fails is let go on both sides. */
export async function copyFile(copy: Copy): Promise<Outcome<{ sha256: string }>> {
  const hashing = copy.startHash();
  const sent = await send(copy, hashing);
  if (!sent.ok) {
    hashing.drop?.();
    await Promise.all([copy.from.drop(), copy.to.drop()]);
    return sent;
  }
  const { sha256 } = sent.value;
  // Whoever writes keeps nothing that is not what was read.
  const kept = await copy.to.finish(sha256);
  if (!kept.ok) {
    await copy.from.drop();
    return kept;
  }
  const read = await copy.from.finish(sha256);
  return read.ok ? sent : read;
}

async function send({ from, to, signal, onBytes }: Copy, hashing: Hashing): Promise<Outcome<{ sha256: string }>> {
  const { partSentBytes: partBytes, partsAhead } = folderLimits;
  const reading: Promise<Outcome<Uint8Array>>[] = [];
  const writing: Promise<Outcome<null>>[] = [];
  let asked = 0;
  let read = 0;
  const wrote = async (): Promise<Outcome<null>> => (await writing.shift()) ?? done;

  while (read < from.size) {
    for (; asked < from.size && reading.length < partsAhead; asked += partBytes) {
      reading.push(from.read(asked, Math.min(partBytes, from.size - asked)));
    }
    const part = await reading.shift();
    const wanted = Math.min(partBytes, from.size - read);
    if (signal.aborted) return left(reading, writing, fails('closed'));
    if (!part?.ok) return left(reading, writing, part ?? fails('failed'));
    if (part.value.length !== wanted) return left(reading, writing, fails('changed'));
    await hashing.update(part.value);
    read += wanted;
    writing.push(to.write(part.value).then((outcome) => (outcome.ok && onBytes(wanted), outcome)));
    if (writing.length < partsAhead) continue;
    const written = await wrote();
    if (!written.ok) return left(reading, writing, written);
  }
  while (writing.length > 0) {
    const written = await wrote();
    if (!written.ok) return left(reading, writing, written);
  }
  return signal.aborted ? fails('closed') : { ok: true, value: { sha256: await hashing.hex() } };
}

/** What is still on its way is waited for, so that nothing is written after the end. */
async function left<T>(
  reading: readonly Promise<unknown>[],
  writing: readonly Promise<unknown>[],
  outcome: T,
): Promise<T> {
  await Promise.allSettled([...reading, ...writing]);
  return outcome;
}
