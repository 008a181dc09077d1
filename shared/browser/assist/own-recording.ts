import { computed, type ReadonlySignal } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import { toolOn } from '../../session/tool.ts';
import type { SessionClient } from '../link/session-client.ts';
import { createRecorded, type Recorded } from '../recording/recorded.ts';

/** A recording as its customer has it: may end it at any time. */
export interface OwnRecording extends Recorded {
  /** They have said yes, and it stands, recorded or not. */
  readonly isAllowed: ReadonlySignal<boolean>;
  /** Takes back what was allowed, wherever that was. */
  stop(): void;
}

export function createOwnRecording(client: SessionClient, me: ParticipantId): OwnRecording {
  const ref = { tool: 'recording', to: me } as const;
  return {
    ...createRecorded(client.state),
    isAllowed: computed(() => toolOn(client.state.value, ref) !== null),
    stop() {
      const on = toolOn(client.state.peek(), ref);
      if (!on) return;
      void client.perform({ type: 'tool.end', ...ref, grantId: on.grantId, reason: 'stopped' });
    },
  };
}
