import { hasOwnRecorder } from '../../shared/browser/cobrowse/frames/own-recorder.ts';
import { type Bridge, createBridge } from './bridge.ts';

/** Injected again at each share and each load: one bridge a document, woken each time. */
const world = globalThis as typeof globalThis & { besideBridge?: Bridge };
if (hasOwnRecorder(window)) {
  world.besideBridge ??= createBridge();
  world.besideBridge.connect();
}
