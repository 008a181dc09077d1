import { chromeExtensionId, firefoxAddOnId } from '../shared/protocol/extension-identity.ts';
import { managerHostName } from '../shared/protocol/manager-limits.ts';

/** Chromium's browsers name the extension by its origin, first; Firefox names the manifest file and then the add-on. */
export type Caller = 'extension' | 'stranger' | 'nobody';

export const chromeOrigin = `chrome-extension://${chromeExtensionId}/`;

/**
 * Who has started this program, by its arguments. The browser has already looked at the manifest, so this stops a
 * wrong manifest only: a program of the same person can pretend to be a browser, but needs no help of ours.
 */
export function whoCalls(args: readonly string[]): Caller {
  const [first = '', second] = args;
  if (first === chromeOrigin) return 'extension';
  if (first.startsWith('chrome-extension://')) return 'stranger';
  if (first.endsWith(`${managerHostName}.json`)) return second === firefoxAddOnId ? 'extension' : 'stranger';
  return 'nobody';
}
