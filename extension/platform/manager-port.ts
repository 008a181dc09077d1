import type { ManagerPort } from '../../shared/browser/manager/manager-port.ts';
import type { ManagerAccess } from '../../shared/browser/manager/own-manager.ts';
import { managerHostName } from '../../shared/protocol/manager-limits.ts';
import { browser } from './browser.ts';

/** The polyfill's list of optional permissions is older than this one. */
const permission = { permissions: ['nativeMessaging' as never] };

/** The Support Manager of this computer, to be had from that site. */
export const managerAccess = (relay: string | null): ManagerAccess => ({
  has: () => browser.permissions.contains(permission),
  // In a window: the prompt would close a toolbar popup.
  ask: () => browser.permissions.request(permission),
  open: openManagerPort,
  downloads: relay === null ? null : `${relay}/downloads`,
});

/**
 * Starts the Support Manager, which the browser does for each port anew. When it is not there, the port is closed
 * a moment later; browsers say so in words only, and in each brand in others.
 */
function openManagerPort(): ManagerPort {
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
