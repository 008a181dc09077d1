import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { fetchCannedTexts } from '../../../shared/browser/api/canned-texts-api.ts';
import type { Canned } from '../../../shared/browser/chat/canned.ts';
import type { SessionClient } from '../../../shared/browser/link/session-client.ts';
import { errorText } from '../../../shared/browser/ui/i18n.ts';
import { language } from '../../../shared/browser/ui/language.ts';
import type { CannedText } from '../../../shared/queue/canned-text.ts';
import type { FreshNumber, Seat } from '../../../shared/protocol/rest.ts';
import { formatSessionNumber } from '../../../shared/protocol/session-number.ts';
import type { Participant } from '../../../shared/session/state.ts';

interface Deps {
  client: Pick<SessionClient, 'state' | 'selfId'>;
  relay: string;
  seat: Pick<Seat, 'participantToken'>;
  customer: ReadonlySignal<Participant | null>;
}

export interface ConsoleCanned extends Canned {
  /** By which the customer joins, as far as this console knows one. */
  readonly number: Signal<FreshNumber | null>;
}

/** The site's prepared texts for this session, and what their variables stand for in it. */
export function createCanned({ client, relay, seat, customer }: Deps): ConsoleCanned {
  const texts = signal<readonly CannedText[] | null>(null);
  const problem = signal<string | null>(null);
  const queue = signal<string | null>(null);
  const number = signal<FreshNumber | null>(null);
  const known = () => {
    const state = client.state.peek();
    return state.phase === 'none' ? null : state;
  };
  const numberNow = () => {
    const fresh = number.peek();
    return fresh && fresh.expiresAt > Date.now() ? formatSessionNumber(fresh.sessionNumber) : null;
  };
  return {
    texts,
    problem,
    number,
    // Each time anew: the admin may have added the one that is missed.
    load() {
      void fetchCannedTexts(relay, seat.participantToken).then((answer) => {
        problem.value = answer.ok ? null : errorText(answer.code);
        if (!answer.ok) return;
        texts.value = answer.value.texts;
        queue.value = answer.value.queue;
      });
    },
    values: () => ({
      customer: customer.value?.name ?? null,
      host: known()?.participants[client.selfId]?.name ?? null,
      site: known()?.site ?? null,
      queue: queue.value ?? known()?.cameFrom?.queue ?? null,
      number: numberNow(),
    }),
    language() {
      const theirs = known()?.cameFrom?.language;
      if (theirs === undefined) return language;
      return theirs.startsWith('cs') ? 'cs' : 'en';
    },
  };
}
