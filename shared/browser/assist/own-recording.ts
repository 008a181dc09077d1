import type { ParticipantId } from '../../protocol/ids.ts';
import { toolOn } from '../../session/tool.ts';
import type { SessionClient } from '../link/session-client.ts';
import { createRecorded, type Recorded } from '../recording/recorded.ts';

/** A recording as its customer has it: may end it at any time. */
export interface OwnRecording extends Recorded {
  /** Takes back what was allowed, wherever that was. */
  stop(): void;
}

export function createOwnRecording(client: SessionClient, me: ParticipantId): OwnRecording {
  return {
    ...createRecorded(client.state),
    stop() {
      const on = toolOn(client.state.peek(), { tool: 'recording', to: me });
      if (!on) return;
      void client.perform({ type: 'tool.end', tool: 'recording', to: me, grantId: on.grantId, reason: 'stopped' });
    },
  };
}
