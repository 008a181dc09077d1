import { effect } from '@preact/signals';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { browser } from '../platform/browser.ts';

/** What the queue wants opened at the beginning of a session, beside the console and once. */
export function openRecord({ state }: Pick<SessionClient, 'state'>, sessionId: SessionId, life: AbortSignal): void {
  const key = `beside.opened.${sessionId}`;
  const dispose = effect(() => {
    const now = state.value;
    const url = now.phase === 'open' ? now.cameFrom?.openUrl : null;
    if (!url || sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, '1');
    void browser.tabs.create({ url, active: false });
  });
  life.addEventListener('abort', dispose);
}
