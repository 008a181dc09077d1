import { type ReadonlySignal, signal } from '@preact/signals';
import { errorText } from '../../shared/browser/ui/i18n.ts';
import type { FreshNumber } from '../../shared/protocol/rest.ts';
import { renewNumber } from '../platform/start-session.ts';
import type { KeptSeat, SignIn } from '../platform/store.ts';

/** What the host reads to the customer: the address, and a number that works once. */
export interface Invitation {
  address: string;
  number: ReadonlySignal<FreshNumber | null>;
  problem: ReadonlySignal<string | null>;
  renew(): void;
}

export function createInvitation(host: SignIn, kept: KeptSeat): Invitation {
  const number = signal(kept.number);
  const problem = signal<string | null>(null);
  return {
    address: host.relay,
    number,
    problem,
    renew() {
      void renewNumber(host, kept).then((result) => {
        problem.value = result.ok ? null : errorText(result.code);
        if (result.ok) number.value = result.value;
      });
    },
  };
}
