import { type ReadonlySignal, signal } from '@preact/signals';
import type { UnfitCode } from '../../protocol/manager.ts';
import { type ManagerClient, openManager } from './manager-client.ts';
import type { ManagerPort } from './manager-port.ts';

export type ManagerState =
  | { phase: 'looking' }
  /** Not installed, or the browser may not start it. */
  | { phase: 'missing' }
  /** It is there and refuses, or is too old. */
  | { phase: 'unfit'; code: UnfitCode }
  | { phase: 'ready'; client: ManagerClient };

/** To look whether a program is there costs the browser a look at a file. */
const againAfterMs = 1_500;

/**
 * Finds the Support Manager, and finds it again: when it is installed meanwhile, updated, or has ended. What is
 * between two runs (grants, what is held) is over; whoever controls begins anew.
 */
export function watchManager(open: () => ManagerPort, stop: AbortSignal): ReadonlySignal<ManagerState> {
  const state = signal<ManagerState>({ phase: 'looking' });
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const opened = await openManager({
      open,
      onClosed() {
        if (stop.aborted) return;
        state.value = { phase: 'looking' };
        void look();
      },
    });
    if (opened.ok) {
      if (stop.aborted) return opened.client.close();
      state.value = { phase: 'ready', client: opened.client };
      return;
    }
    if (stop.aborted) return;
    const next: ManagerState = opened.code === 'missing' ? { phase: 'missing' } : { phase: 'unfit', code: opened.code };
    const before = state.peek();
    if (before.phase !== next.phase) state.value = next;
    timer = setTimeout(() => void look(), againAfterMs);
  }

  stop.addEventListener('abort', () => {
    clearTimeout(timer);
    const last = state.peek();
    if (last.phase === 'ready') last.client.close();
  });
  void look();
  return state;
}
