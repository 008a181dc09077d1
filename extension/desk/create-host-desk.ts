import { computed, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { ApiResult } from '../../shared/browser/api/api-call.ts';
import { createDeskApi } from '../../shared/browser/api/desk-api.ts';
import { followFeed } from '../../shared/browser/api/follow-feed.ts';
import { errorText } from '../../shared/browser/ui/i18n.ts';
import type { Availability } from '../../shared/queue/desk-facts.ts';
import { type HostDesk as HostDeskView, hostDeskSchema } from '../../shared/queue/host-desk.ts';
import { signOut } from '../platform/sign-out.ts';
import type { SignIn } from '../platform/store.ts';
import { showConsole } from '../platform/consoles.ts';

export interface HostDesk {
  /** Null before the relay has said anything. */
  view: ReadonlySignal<HostDeskView | null>;
  connected: ReadonlySignal<boolean>;
  /** Offers were missed here, and the relay has taken this host for away. */
  isMissed: ReadonlySignal<boolean>;
  /** What went wrong last, for people. */
  problem: ReadonlySignal<string | null>;
  setAvailability(availability: Availability): void;
  /** Takes the request and opens its session. */
  accept(requestId: string): Promise<void>;
  decline(requestId: string): void;
  endWrapUp(): void;
}

/** Requests of customers, as this host may see and take them. */
export function createHostDesk({ signIn, signal }: { signIn: SignIn; signal: AbortSignal }): HostDesk {
  const { relay, bearer } = signIn;
  const api = createDeskApi(relay, bearer);
  const view = createSignal<HostDeskView | null>(null);
  const connected = createSignal(true);
  const problem = createSignal<string | null>(null);
  const chosen = createSignal<Availability | null>(null);
  const isMissed = computed(() => chosen.value === 'available' && view.value?.availability === 'away');

  async function perform<T>(asked: Promise<ApiResult<T>>): Promise<T | null> {
    const answer = await asked;
    problem.value = answer.ok ? null : errorText(answer.code);
    return answer.ok ? answer.value : null;
  }

  void followFeed({
    relay,
    path: '/api/desk',
    bearer,
    schema: hostDeskSchema,
    heard(heard) {
      // Chosen here or in another window of this host's.
      if (heard.availability !== 'away') chosen.value = heard.availability;
      view.value = heard;
    },
    connected: (isThere) => (connected.value = isThere),
    refused: () => void signOut(),
    signal,
  });

  return {
    view,
    connected,
    problem,
    isMissed,
    setAvailability(availability) {
      chosen.value = availability;
      void perform(api.setAvailability(availability));
    },
    async accept(requestId) {
      const accepted = await perform(api.accept(requestId));
      if (accepted) await showConsole(accepted.sessionId);
    },
    decline: (requestId) => void perform(api.decline(requestId)),
    endWrapUp: () => void perform(api.endWrapUp()),
  };
}
