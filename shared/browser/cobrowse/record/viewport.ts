import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import type { Viewport } from '../../../protocol/peer.ts';

const clamp = (value: number) => Math.min(16_384, Math.max(1, Math.round(value)));

/** The room that the page's content has: text wraps by clientWidth, not by the window's width. */
export function readViewport(): Viewport {
  const { clientWidth } = document.documentElement;
  return {
    width: clamp(clientWidth || window.innerWidth),
    height: clamp(window.innerHeight),
    pixelRatio: Math.min(16, Math.max(0.1, window.devicePixelRatio)),
  };
}

/** rrweb reports the window's outer size; the player must lay out by the inner one. */
export function withViewport(event: eventWithTime): eventWithTime {
  const { width, height } = readViewport();
  if (event.type === EventType.Meta) return { ...event, data: { ...event.data, width, height } };
  if (event.type === EventType.IncrementalSnapshot && event.data.source === IncrementalSource.ViewportResize) {
    return { ...event, data: { ...event.data, width, height } };
  }
  return event;
}
