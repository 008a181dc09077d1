import { expect, onTestFinished, test } from 'vitest';
import { createWebmScanner, type WebmIndex } from '../../../shared/recording/webm/scan-webm.ts';
import { piecesOf, seekableWebm } from '../../../shared/recording/webm/seekable-webm.ts';

/** A canvas that turns from red to green to blue, a second each, as MediaRecorder writes it; a chunk each 250 ms. */
async function recordColours(): Promise<Uint8Array[]> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const recorder = new MediaRecorder(canvas.captureStream(20), {
    mimeType: 'video/webm;codecs=vp8',
    videoKeyFrameIntervalDuration: 500,
  } as MediaRecorderOptions);
  const chunks: Promise<ArrayBuffer>[] = [];
  recorder.ondataavailable = ({ data }) => void chunks.push(data.arrayBuffer());
  recorder.start(250);
  for (let at = 0; at < 60; at += 1) {
    context.fillStyle = ['#f00', '#0f0', '#00f'][Math.floor(at / 20)] ?? '';
    context.fillRect(0, 0, 160, 120);
    context.fillStyle = '#fff';
    context.fillRect(at % 10, 0, 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => {
    recorder.onstop = resolve;
    recorder.stop();
  });
  return (await Promise.all(chunks)).map((chunk) => new Uint8Array(chunk));
}

function indexOf(chunks: readonly Uint8Array[], missing = -1): { index: WebmIndex; bytes: Uint8Array } {
  const scanner = createWebmScanner();
  const kept: Uint8Array[] = [];
  for (const [at, chunk] of chunks.entries()) {
    if (at === missing) scanner.gap();
    else {
      // In pieces that respect nothing.
      for (let from = 0; from < chunk.length; from += 777) scanner.push(chunk.slice(from, from + 777));
      kept.push(chunk);
    }
  }
  const bytes = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of kept) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { index: scanner.index(), bytes };
}

async function play({ index, bytes }: { index: WebmIndex; bytes: Uint8Array }) {
  const file = seekableWebm(index);
  if (!file) throw new Error('nothing to play');
  const pieces = piecesOf(file, 0, file.length).map((piece) =>
    'head' in piece ? piece.head.slice() : bytes.slice(piece.from, piece.to),
  );
  const blob = new Blob(pieces, { type: 'video/webm' });
  expect(blob.size).toBe(file.length);
  const video = document.createElement('video');
  video.muted = true;
  video.src = URL.createObjectURL(blob);
  document.body.append(video);
  onTestFinished(() => video.remove());
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = () => reject(new Error(video.error?.message));
  });
  async function colourAt(seconds: number): Promise<string> {
    video.currentTime = seconds;
    await new Promise((resolve) => (video.onseeked = resolve));
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(video, 0, 0);
    const [red = 0, green = 0, blue = 0] = context.getImageData(80, 60, 1, 1).data;
    return red > 128 ? 'red' : green > 128 ? 'green' : blue > 128 ? 'blue' : 'none';
  }
  return { video, colourAt };
}

test('[O5] what MediaRecorder wrote can be moved about in, to and fro', async () => {
  const made = indexOf(await recordColours());
  expect(made.index.clusters.filter(({ isKey }) => isKey).length).toBeGreaterThan(2);
  const { video, colourAt } = await play(made);
  expect(video.duration).toBeCloseTo(made.index.endsAt / 1_000, 1);
  expect(video.duration).toBeGreaterThan(1.5);
  const [late, early, middle] = [
    await colourAt(video.duration * 0.9),
    await colourAt(0.2),
    await colourAt(video.duration / 2),
  ];
  expect([early, middle, late]).toEqual(['red', 'green', 'blue']);
});

test('[O5] where a chunk is missing the rest can be seen', async () => {
  const chunks = await recordColours();
  const made = indexOf(chunks, Math.floor(chunks.length / 2));
  const { video, colourAt } = await play(made);
  expect(await colourAt(0.2)).toBe('red');
  expect(await colourAt(video.duration * 0.95)).toBe('blue');
});
