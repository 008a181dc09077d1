import { type Bridge, createBridge } from './bridge.ts';

/** Injected again at each share and each load: one bridge a document, woken each time. */
const world = globalThis as typeof globalThis & { besideBridge?: Bridge };
world.besideBridge ??= createBridge();
world.besideBridge.connect();
