import type { ManagerPort } from '../../shared/browser/manager/manager-port.ts';
import { managerHostName } from '../../shared/protocol/manager-limits.ts';
import { browser } from './browser.ts';

/** The polyfill's list of optional permissions is older than this one. */
const permission = { permissions: ['nativeMessaging' as never] };

export async function hasManagerPermission(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Must be called from a click, in a window: the prompt would close a toolbar popup. */
export async function askManagerPermission(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/**
 * Starts the Support Manager, which the browser does for each port anew. When it is not there, the port is closed
 * a moment later; browsers say so in words only, and in each brand in others.
 */
export function openManagerPort(): ManagerPort {
  const port = browser.runtime.connectNative(managerHostName);
  return {
    post: (command) => port.postMessage(command),
    onMessage: (handler) => port.onMessage.addListener(handler),
    onClose: (handler) =>
      port.onDisconnect.addListener(() => {
        // Looked at, or Chromium writes it to the log of errors.
        void browser.runtime.lastError;
        handler();
      }),
    close: () => port.disconnect(),
  };
}
