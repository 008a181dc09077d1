import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId } from '../../protocol/ids.ts';
import type { ScreenSurface } from './capture.ts';

/** What this window has captured for one share. Each stream is one screen or window. */
export interface Capture {
  surface: ScreenSurface;
  requestId: CommandId;
  /** Null until it is granted: an offer waits for its viewer. */
  grantId: CommandId | null;
  streams: readonly MediaStream[];
}

export interface Captures {
  readonly all: ReadonlySignal<readonly Capture[]>;
  hold(capture: Omit<Capture, 'streams'>, stream: MediaStream): void;
  add(surface: ScreenSurface, stream: MediaStream): void;
  granted(requestId: CommandId, grantId: CommandId): void;
  /** Stops the tracks: what is no longer held is no longer captured. */
  drop(surface: ScreenSurface): void;
}

/** Captured screens by surface. `onEnded`: the last stream of one has ended by itself. */
export function createCaptures(onEnded: (capture: Capture) => void): Captures {
  const all = signal<readonly Capture[]>([]);
  const change = (surface: ScreenSurface, to: (capture: Capture) => Capture) => {
    all.value = all.peek().map((one) => (one.surface === surface ? to(one) : one));
  };

  function watch(surface: ScreenSurface, stream: MediaStream): void {
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        const capture = all.peek().find((one) => one.surface === surface && one.streams.includes(stream));
        if (!capture) return;
        const streams = capture.streams.filter((one) => one !== stream);
        if (streams.length > 0) return change(surface, (one) => ({ ...one, streams }));
        drop(surface);
        onEnded(capture);
      });
    }
  }

  function drop(surface: ScreenSurface): void {
    for (const { streams } of all.peek().filter((one) => one.surface === surface)) streams.forEach(stopStream);
    all.value = all.peek().filter((one) => one.surface !== surface);
  }

  return {
    all,
    hold(capture, stream) {
      drop(capture.surface);
      all.value = [...all.peek(), { ...capture, streams: [stream] }];
      watch(capture.surface, stream);
    },
    add(surface, stream) {
      change(surface, (one) => ({ ...one, streams: [...one.streams, stream] }));
      watch(surface, stream);
    },
    granted: (requestId, grantId) => {
      all.value = all.peek().map((one) => (one.requestId === requestId ? { ...one, grantId } : one));
    },
    drop,
  };
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
