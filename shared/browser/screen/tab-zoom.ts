import type { ScreenCommand } from '../../protocol/screen-control.ts';

export type ZoomStep = Extract<ScreenCommand, { type: 'screen.zoom' }>['step'];

/** The zoom of a browser tab that is shown as a picture, as Ctrl with + and − has it. */
export interface TabZoom {
  /** From its owner's click; the browser may ask. False, or thrown: it is not allowed to. */
  allow(): Promise<boolean>;
  step(step: ZoomStep): Promise<void>;
}

const zooms = new WeakMap<MediaStream, TabZoom>();

/** Of what is shown in that stream; null: it is no tab, or none whose zoom can be changed from here. */
export const zoomOf = (stream: MediaStream): TabZoom | null => zooms.get(stream) ?? null;

export const keepZoom = (stream: MediaStream, zoom: TabZoom): void => void zooms.set(stream, zoom);

/** Chromium's, on the controller of a capture; not in the DOM's types. */
export interface SurfaceController {
  forwardWheel(element: HTMLElement | null): Promise<void>;
  increaseZoomLevel(): Promise<void>;
  decreaseZoomLevel(): Promise<void>;
  resetZoomLevel(): Promise<void>;
}

/** The first call needs a click and asks, all others need none: so the zoom can be handed on. */
export const controllerZoom = (controller: SurfaceController): TabZoom => ({
  async allow() {
    // Asks for the same, and leaves the zoom as it is.
    await controller.forwardWheel(document.createElement('div'));
    await controller.forwardWheel(null);
    return true;
  },
  async step(step) {
    if (step === 'reset') return controller.resetZoomLevel();
    return step === 'in' ? controller.increaseZoomLevel() : controller.decreaseZoomLevel();
  },
});
