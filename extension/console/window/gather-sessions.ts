import { effect, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import type { OwnSessions } from '../../../shared/protocol/rest.ts';
import { openConsoles } from '../../platform/consoles.ts';
import type { SignIn } from '../../platform/store.ts';
import { sortOwn } from './sort-own.ts';
import type { ConsoleWindow } from './create-console-window.ts';

const lookEveryMs = 2_000;

/** The host's open sessions that are in another window of theirs; those in none come into this one, while it is for several. */
export function gatherSessions(
  host: SignIn,
  window: ConsoleWindow,
  tabId: number,
  life: AbortSignal,
): ReadonlySignal<OwnSessions> {
  const elsewhere = createSignal<OwnSessions>([]);
  const api = createRelayApi(host.relay);

  async function look(): Promise<void> {
    const own = await api.ownSessions(host.bearer);
    if (!own.ok || life.aborted || window.layout.peek() !== 'multi') return;
    const consoles = await openConsoles(tabId);
    const others = consoles.flatMap(({ address }) => address.sessions);
    const held = window.held.peek().map(({ id }) => id);
    const sorted = sortOwn(own.value, held, others, window.putAway());
    elsewhere.value = sorted.elsewhere;
    for (const sessionId of sorted.toOpen) void window.open(sessionId, false);
  }

  const dispose = effect(() => {
    if (window.layout.value !== 'multi') {
      elsewhere.value = [];
      return undefined;
    }
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  });
  life.addEventListener('abort', dispose);
  return elsewhere;
}
