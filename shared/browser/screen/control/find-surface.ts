import { type ReadonlySignal, signal } from '@preact/signals';
import type { NativeScreen, NativeSurface, NativeWindow } from '../../../protocol/manager.ts';
import type { WaitCode } from '../../../protocol/screen-control.ts';
import { capturedSurface, type FoundCaptured } from '../../manager/captured-surface.ts';
import type { ManagerClient } from '../../manager/manager-client.ts';
import type { ScreenSurface } from '../capture.ts';
import { isTab } from '../captured-tabs.ts';

type Surfaces = Pick<SurfaceChoice, 'screens' | 'windows'>;

/** The owner is to say which of these is shown. */
export interface SurfaceChoice {
  stream: MediaStream;
  screens: readonly NativeScreen[];
  windows: readonly NativeWindow[];
  choose(surface: NativeSurface): void;
}

export type FoundSurface = ({ ok: true } & FoundCaptured) | { ok: false; code: WaitCode };

interface Wanted {
  stream: MediaStream;
  shared: ScreenSurface;
  client: Pick<ManagerClient, 'surfaces'>;
  /** The owner has to be asked: it takes a while. */
  onChoosing(): void;
}

/**
 * Which window or screen of the desktop a captured stream shows: the browser says so, or its owner is asked, once
 * for each stream. What was shared as an application is never taken for a screen.
 */
export function createSurfaceFinder() {
  const choice = signal<SurfaceChoice | null>(null);
  const known = new WeakMap<MediaStream, FoundCaptured>();
  let giveUp = () => {};

  function ask({ stream, shared, onChoosing }: Wanted, listed: Surfaces): Promise<FoundSurface> {
    giveUp();
    return new Promise((resolve) => {
      const settle = (found: FoundSurface) => {
        giveUp = () => {};
        choice.value = null;
        resolve(found);
      };
      giveUp = () => settle({ ok: false, code: 'gone' });
      choice.value = {
        stream,
        screens: shared === 'desktop' ? listed.screens : [],
        windows: shared === 'application' ? listed.windows : [],
        choose(surface) {
          // A person may mistake one screen for another.
          const chosen = { surface, isSure: false };
          known.set(stream, chosen);
          settle({ ok: true, ...chosen });
        },
      };
      onChoosing();
    });
  }

  return {
    choice: choice as ReadonlySignal<SurfaceChoice | null>,
    async find(wanted: Wanted): Promise<FoundSurface> {
      const { stream, shared, client } = wanted;
      const before = known.get(stream);
      if (before) return { ok: true, ...before };
      const [track] = stream.getVideoTracks();
      if (!track) return { ok: false, code: 'gone' };
      if (isTab(stream)) return { ok: false, code: 'tab' };
      const { width = 0, height = 0 } = track.getSettings();
      const listed = await client.surfaces();
      if (!listed.ok) return { ok: false, code: listed.code === 'closed' ? 'no-manager' : listed.code };
      const found = capturedSurface({ label: track.label, width, height }, listed.value);
      if (!found || (shared === 'application' && found.surface.kind !== 'application'))
        return ask(wanted, listed.value);
      known.set(stream, found);
      return { ok: true, ...found };
    },
    /** Nobody waits for the answer any more. */
    forget: () => giveUp(),
  };
}
