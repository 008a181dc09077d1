import { effect, type ReadonlySignal } from '@preact/signals';

/** One stream with all voices in it. Those that come and go come and go in it; silence is silence. */
export function mixVoices(
  voices: ReadonlySignal<readonly MediaStreamTrack[]>,
  signal: AbortSignal,
): { stream: MediaStream } {
  const context = new AudioContext();
  const mixed = context.createMediaStreamDestination();
  const sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  const dispose = effect(() => {
    const now = new Set(voices.value);
    for (const [track, source] of sources) {
      if (now.has(track)) continue;
      source.disconnect();
      sources.delete(track);
    }
    for (const track of now) {
      if (sources.has(track)) continue;
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(mixed);
      sources.set(track, source);
    }
  });
  // It is made after a click: whoever is in a call has pressed for it.
  void context.resume();
  signal.addEventListener('abort', () => {
    dispose();
    void context.close();
  });
  return { stream: mixed.stream };
}
