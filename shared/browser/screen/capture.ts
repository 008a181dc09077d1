import { mediaDevices } from '../link/media-devices.ts';
import type { ShareRef } from '../../session/share.ts';
import { markTab } from './captured-tabs.ts';
import { hasFewProcessors } from './few-processors.ts';
import { controllerZoom, keepZoom, type SurfaceController } from './tab-zoom.ts';

export type ScreenSurface = Exclude<ShareRef['surface'], 'page'>;

/**
 * - `cancelled`: the picker was closed without a choice
 * - `unavailable`: this browser cannot capture, or not on this page (it needs https)
 * - `blocked`: the system does not let the browser see the screen, or there is nothing to see
 * - `wrong-surface`: a whole screen was chosen where one window was asked for
 * - `no-tab`: the tab on which the button was pressed cannot be shown so
 * - `late`: by then the question was no longer open
 */
export type CaptureProblem = 'cancelled' | 'unavailable' | 'blocked' | 'wrong-surface' | 'no-tab' | 'late';
export type Captured = { ok: true; stream: MediaStream } | { ok: false; code: CaptureProblem };

interface Wanted {
  surface: ScreenSurface;
  level: ShareRef['level'];
}

/**
 * Who controls waits for what a press does, and a running capture cannot be made faster than it began. Where processors
 * are few, looking so often takes from them what the press waits for (on two, 279 ms instead of 199).
 */
const framesPerSecond = (level: Wanted['level']): number => (level === 'control' && !hasFewProcessors() ? 60 : 30);

/** Known to Firefox only, whose getDisplayMedia always offers windows and screens together. */
interface FirefoxSource extends MediaTrackConstraints {
  mediaSource: 'window' | 'screen';
}

export const canCapture = (): boolean => typeof mediaDevices()?.getDisplayMedia === 'function';

/** Chromium's: it can zoom a tab that is chosen. */
function surfaceController(): SurfaceController | null {
  const { CaptureController: Controller } = globalThis as { CaptureController?: new () => Partial<SurfaceController> };
  const controller = Controller && new Controller();
  return controller?.resetZoomLevel ? (controller as SurfaceController) : null;
}

async function pick(from: MediaDevices, surface: ScreenSurface, frameRate: number): Promise<MediaStream> {
  if ('mediaSource' in from.getSupportedConstraints()) {
    const video: FirefoxSource = { mediaSource: surface === 'application' ? 'window' : 'screen', frameRate };
    return from.getUserMedia({ video });
  }
  const options =
    surface === 'application'
      ? { video: { displaySurface: 'window', frameRate }, monitorTypeSurfaces: 'exclude' }
      : { video: { displaySurface: 'monitor', frameRate }, monitorTypeSurfaces: 'include' };
  const controller = surfaceController();
  const stream = await from.getDisplayMedia({
    ...options,
    ...(controller && { controller }),
    audio: false,
    // Another window is another decision.
    surfaceSwitching: 'exclude',
    selfBrowserSurface: 'exclude',
  } as DisplayMediaStreamOptions);
  if (stream.getVideoTracks()[0]?.getSettings().displaySurface === 'browser') {
    markTab(stream);
    if (controller) keepZoom(stream, controllerZoom(controller));
  }
  return stream;
}

/** Lets the person choose a screen or a window in the browser's own picker. Call it from a click. */
export async function captureScreen({ surface, level }: Wanted): Promise<Captured> {
  const from = mediaDevices();
  if (!from || !canCapture()) return { ok: false, code: 'unavailable' };
  let stream: MediaStream;
  try {
    stream = await pick(from, surface, framesPerSecond(level));
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { ok: false, code: name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'blocked' };
  }
  const [track] = stream.getVideoTracks();
  if (!track) return { ok: false, code: 'blocked' };
  if (surface === 'application' && track.getSettings().displaySurface === 'monitor') {
    track.stop();
    return { ok: false, code: 'wrong-surface' };
  }
  return withDetail(stream);
}

/** Sharp text before smooth movement; 'motion' would shrink the picture to a quarter. */
export function withDetail(stream: MediaStream): Captured {
  for (const track of stream.getVideoTracks()) track.contentHint = 'detail';
  return { ok: true, stream };
}
