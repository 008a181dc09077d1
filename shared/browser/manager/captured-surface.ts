import type { NativeScreen, NativeSurface, NativeWindow } from '../../protocol/manager.ts';

interface Captured {
  /** Of the captured track. */
  label: string;
  /** Of its picture, in pixels. */
  width: number;
  height: number;
}

interface Surfaces {
  screens: readonly NativeScreen[];
  windows: readonly NativeWindow[];
}

/** `isSure`: no guess by title or size, so that what is there may be read for what is captured. */
export interface FoundCaptured {
  surface: NativeSurface;
  isSure: boolean;
}

/**
 * Which window or screen of the system a captured track shows. Chromium's label says it (`window:ID:0`,
 * `screen:ID:0`; a last number other than 0 is one of the browser's own windows). Firefox tells a window's title or
 * a screen's name only: then title and size must fit one window alone. Null: it cannot be told, ask the owner.
 */
export function capturedSurface(
  { label, width, height }: Captured,
  { screens, windows }: Surfaces,
): FoundCaptured | null {
  const [, kind, id = ''] = /^(window|screen):(\d+):/.exec(label) ?? [];
  const screen = (found: NativeScreen | undefined, isSure: boolean): FoundCaptured | null =>
    found ? { surface: { kind: 'desktop', screen: found.id }, isSure } : null;
  const window = (found: NativeWindow | undefined, isSure: boolean): FoundCaptured | null =>
    found ? { surface: { kind: 'application', window: found.id }, isSure } : null;

  if (kind === 'window')
    return window(
      windows.find((one) => one.id === id),
      true,
    );
  // Ids of screens differ between systems and versions; where there is one screen there is no doubt.
  if (kind === 'screen') return screen(screens.find((one) => one.id === id) ?? only(screens), true);
  const sized = (one: Captured | NativeScreen | NativeWindow) => one.width === width && one.height === height;
  const titled = windows.filter(({ title }) => title === label);
  if (titled.length > 0) return window(only(titled) ?? only(titled.filter(sized)), false);
  // Its title may have changed between the capture and the list.
  return screen(only(screens.filter(sized)), screens.length === 1 && !windows.some(sized));
}

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);
