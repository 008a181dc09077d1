import { type ReadonlySignal, signal as createSignal } from '@preact/signals';
import { createDeskApi } from '../../shared/browser/api/desk-api.ts';
import { errorText } from '../../shared/browser/ui/i18n.ts';
import type { HandOnBody, Targets } from '../../shared/protocol/desk.ts';
import type { SignIn } from '../platform/store.ts';

/** Handing the session to a queue or to another host of the distribution. */
export interface HandOn {
  /** Null: not asked for yet, or this host does not belong to a distribution. */
  targets: ReadonlySignal<Targets | null>;
  /** It waits to be taken. */
  isWaiting: ReadonlySignal<boolean>;
  problem: ReadonlySignal<string | null>;
  look(): Promise<void>;
  send(to: HandOnBody['to'], note: string): Promise<void>;
  takeBack(): Promise<void>;
}

export function createHandOn({ relay, bearer }: SignIn, sessionId: string): HandOn {
  const api = createDeskApi(relay, bearer);
  const targets = createSignal<Targets | null>(null);
  const waiting = createSignal<string | null>(null);
  const isWaiting = createSignal(false);
  const problem = createSignal<string | null>(null);

  const waits = (requestId: string | null) => {
    waiting.value = requestId;
    isWaiting.value = requestId !== null;
  };
  return {
    targets,
    isWaiting,
    problem,
    async look() {
      const found = await api.targets();
      const isAny = found.ok && found.value.queues.length + found.value.hosts.length > 0;
      targets.value = isAny ? found.value : null;
    },
    async send(to, note) {
      const sent = await api.handOn({ sessionId, to, note });
      problem.value = sent.ok ? null : errorText(sent.code);
      if (sent.ok) waits(sent.value.requestId);
    },
    async takeBack() {
      const requestId = waiting.peek();
      if (requestId === null) return;
      const taken = await api.cancelHandOn(requestId);
      // Not there any more: it was taken, or went by itself.
      problem.value = taken.ok || taken.code === 'not-found' ? null : errorText(taken.code);
      waits(null);
    },
  };
}
