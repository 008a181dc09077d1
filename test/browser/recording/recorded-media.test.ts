import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createChunker } from '../../../shared/browser/recording/chunker.ts';
import { recordMedia } from '../../../shared/browser/recording/media-track.ts';
import { mixVoices } from '../../../shared/browser/recording/mix-voices.ts';
import { sizeOf, type Unsent } from '../../../shared/browser/recording/unsent.ts';
import { createUnsentStore } from '../../../shared/browser/recording/unsent-store.ts';
import { newId } from '../../../shared/protocol/new-id.ts';

type Chunk = Extract<Unsent, { kind: 'chunk' }>;
let put: Unsent[];
let life: AbortController;
beforeEach(() => {
  [put, life] = [[], new AbortController()];
});
afterEach(() => life.abort());

const chunker = (kind: 'screen' | 'call') =>
  createChunker({ recordingId: newId(), kind, of: null, relayNow: () => 1_000_000, put: (item) => put.push(item) });
const chunks = () => put.filter((item): item is Chunk => item.kind === 'chunk');
const whole = (type: string) =>
  new Blob(
    chunks().map(({ bytes }) => bytes),
    { type },
  );

/** A stream of a picture whose left half is red and whose right half changes. */
function painted(): { stream: MediaStream; stop: () => void } {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const context = canvas.getContext('2d');
  let frames = 0;
  const timer = setInterval(() => {
    if (!context) return;
    context.fillStyle = 'red';
    context.fillRect(0, 0, 160, 180);
    context.fillStyle = (frames += 1) % 2 ? 'white' : 'black';
    context.fillRect(160, 0, 160, 180);
  }, 50);
  return { stream: canvas.captureStream(20), stop: () => clearInterval(timer) };
}

test('[R6] a screen is chunks of about a second that make one WebM, with the picture in it', async () => {
  const { stream, stop } = painted();
  recordMedia({
    stream,
    kind: 'screen',
    chunker: chunker('screen'),
    failed: () => expect.unreachable(),
    signal: life.signal,
  });
  await expect.poll(() => chunks().length, { timeout: 20_000 }).toBeGreaterThan(2);
  life.abort();
  stop();
  const before = chunks().length;
  // What was under way at the end is in it.
  await expect.poll(() => chunks().length).toBeGreaterThan(before);
  expect(put[0]).toMatchObject({ kind: 'track', track: { kind: 'screen', startsAt: 1_000_000 } });
  expect(chunks().map(({ n }) => n)).toEqual(chunks().map((_one, at) => at));
  for (const [at, { from }] of chunks().entries()) if (at > 0) expect(from).toBe(chunks()[at - 1]?.to);

  const video = document.createElement('video');
  video.src = URL.createObjectURL(whole('video/webm'));
  video.muted = true;
  await video.play();
  await expect.poll(() => video.currentTime, { timeout: 10_000 }).toBeGreaterThan(0.5);
  const canvas = new OffscreenCanvas(320, 180);
  const context = canvas.getContext('2d');
  context?.drawImage(video, 0, 0);
  const [red = 0, green = 255] = context?.getImageData(80, 90, 1, 1).data ?? [];
  expect(red).toBeGreaterThan(200);
  expect(green).toBeLessThan(60);
});

test('[R6] voices that come and go are one track, and both are heard in it', async () => {
  // Nothing sounds in a page that nobody has pressed.
  const button = document.body.appendChild(document.createElement('button'));
  button.textContent = 'Call';
  await userEvent.click(button);
  const context = new AudioContext();
  const voice = (hertz: number) => {
    const oscillator = new OscillatorNode(context, { frequency: hertz });
    const out = context.createMediaStreamDestination();
    oscillator.connect(out);
    oscillator.start();
    return out.stream.getAudioTracks();
  };
  await context.resume();
  const voices = signal(voice(440));
  recordMedia({
    ...mixVoices(voices, life.signal),
    kind: 'call',
    chunker: chunker('call'),
    failed: () => expect.unreachable(),
    signal: life.signal,
  });
  await expect.poll(() => chunks().length, { timeout: 20_000 }).toBeGreaterThan(0);
  voices.value = [...voices.peek(), ...voice(1_760)];
  await expect.poll(() => chunks().length, { timeout: 20_000 }).toBeGreaterThan(3);
  life.abort();
  await expect.poll(() => chunks().length).toBeGreaterThan(4);

  const sound = await context.decodeAudioData(await whole('audio/webm').arrayBuffer());
  const samples = sound.getChannelData(0);
  /** How loud one tone is in half a second at the end (Goertzel). */
  const loudness = (hertz: number) => {
    const part = samples.subarray(-sound.sampleRate);
    const step = (2 * Math.PI * hertz) / sound.sampleRate;
    let [real, imaginary] = [0, 0];
    for (const [at, sample] of part.entries()) {
      real += sample * Math.cos(step * at);
      imaginary += sample * Math.sin(step * at);
    }
    return Math.hypot(real, imaginary) / part.length;
  };
  for (const hertz of [440, 1_760]) expect(loudness(hertz)).toBeGreaterThan(10 * loudness(3_000));
  await context.close();
});

test('[R6] what was not sent is there for the next window of the same session, and for no other', async () => {
  const [name, mine] = [`test ${newId()}`, newId()];
  const item: Unsent = {
    kind: 'chunk',
    recordingId: newId(),
    trackId: newId(),
    n: 3,
    from: 1,
    to: 2,
    bytes: Uint8Array.of(1, 2, 3),
  };
  const first = await createUnsentStore(mine, name);
  const id = await first.add(item);
  await first.add({ ...item, n: 4 });
  const next = await createUnsentStore(mine, name);
  expect((await next.all()).map((one) => [one.kind === 'chunk' && one.n, sizeOf(one)])).toEqual([
    [3, 3],
    [4, 3],
  ]);
  expect(await (await createUnsentStore(newId(), name)).all()).toEqual([]);
  await next.remove(id);
  expect(await first.all()).toHaveLength(1);
});
