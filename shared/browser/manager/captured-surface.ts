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

/**
 * Which window or screen of the system a captured track shows. Chromium's label says it (`window:ID:0`,
 * `screen:ID:0`; a last number other than 0 is one of the browser's own windows). Firefox tells a window's title or
 * a screen's name only: then title and size must fit one window alone. Null: it cannot be told, ask the owner.
 */
export function capturedSurface(
  { label, width, height }: Captured,
  { screens, windows }: Surfaces,
): NativeSurface | null {
  const [, kind, id = ''] = /^(window|screen):(\d+):/.exec(label) ?? [];
  const screen = (found: NativeScreen | undefined): NativeSurface | null =>
    found ? { kind: 'desktop', screen: found.id } : null;
  const window = (found: NativeWindow | undefined): NativeSurface | null =>
    found ? { kind: 'application', window: found.id } : null;

  if (kind === 'window') return window(windows.find((one) => one.id === id));
  // Ids of screens differ between systems and versions; where there is one screen there is no doubt.
  if (kind === 'screen') return screen(screens.find((one) => one.id === id) ?? only(screens));
  const sized = (one: Captured | NativeScreen | NativeWindow) => one.width === width && one.height === height;
  const titled = windows.filter(({ title }) => title === label);
  if (titled.length === 0) return screen(only(screens.filter(sized)));
  return window(only(titled) ?? only(titled.filter(sized)));
}

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);
