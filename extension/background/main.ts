import { askHelp } from '../platform/ask-help.ts';
import { browser } from '../platform/browser.ts';
import { lockStorage } from '../platform/lock-storage.ts';
import { onMessage } from '../platform/messages.ts';
import { showAssist } from '../platform/windows.ts';
import { acceptNext } from './accept-next.ts';
import { leaveWhenClosed } from './leave-when-closed.ts';
import { openAssistFor } from './open-assist.ts';
import { announceInOpenPages } from './site-pages.ts';
import { stopNow } from './stop-now.ts';
import { stopWhenClosed } from './stop-when-closed.ts';

/** Stateless: the browser may stop this script at any time, and starts it again for each event. */
onMessage((message, caller) => {
  switch (message.type) {
    case 'assist.open':
      void openAssistFor(message, caller);
      break;
    case 'assist.show':
      void showAssist();
      break;
    case 'stop.now':
    case 'console.show':
      break;
  }
});

void lockStorage();
browser.tabs.onRemoved.addListener((tabId) => {
  void leaveWhenClosed(tabId);
  void stopWhenClosed(tabId);
});
browser.commands.onCommand.addListener((command) => {
  if (command === 'stop-now') void stopNow();
  if (command === 'ask-help') void askHelp();
  if (command === 'accept-next') void acceptNext();
});
browser.runtime.onInstalled.addListener(() => void announceInOpenPages());
browser.runtime.onStartup.addListener(() => void announceInOpenPages());
