import { computed, type ReadonlySignal } from '@preact/signals';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Participant } from '../../shared/session/state.ts';

/** Who leads the session, and how that passes to another host who is in it. */
export interface Lead {
  isMine: ReadonlySignal<boolean>;
  /** Hosts who help, and could lead. */
  helpers: ReadonlySignal<readonly Participant[]>;
  /** All hosts but this one. */
  others: ReadonlySignal<readonly Participant[]>;
  handOver(to: ParticipantId): void;
  /** Sends a host who helps away. */
  remove(helper: ParticipantId): void;
  /** For one who helps: the session goes on without them. */
  leave(): void;
}

export function createLead(
  client: Pick<SessionClient, 'state'>,
  me: ParticipantId,
  perform: SessionClient['perform'],
): Lead {
  const hosts = computed(() => {
    const state = client.state.value;
    const all = state.phase === 'open' ? Object.values(state.participants) : [];
    return all.filter(({ role, phase }) => role !== 'customer' && phase === 'present');
  });
  return {
    isMine: computed(() => hosts.value.some(({ id, role }) => id === me && role === 'lead')),
    helpers: computed(() => hosts.value.filter(({ id, role }) => id !== me && role === 'assistant')),
    others: computed(() => hosts.value.filter(({ id }) => id !== me)),
    handOver: (to) => void perform({ type: 'lead.hand-over', to }),
    remove: (participantId) => void perform({ type: 'participant.remove', participantId }),
    leave: () => void perform({ type: 'participant.leave' }),
  };
}
