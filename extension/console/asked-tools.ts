import { computed, type ReadonlySignal } from '@preact/signals';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import type { Participant } from '../../shared/session/state.ts';
import { type Tool, toolKey, type ToolName } from '../../shared/session/tool.ts';

/** What this host asks the customer for beside surfaces. */
export interface AskedTools {
  /** How it stands with the present customer; null: it was never asked for. */
  of(tool: ToolName): ReadonlySignal<Tool | null>;
  ask(tool: ToolName): void;
  withdraw(tool: ToolName): void;
  /** Gives it back. */
  end(tool: ToolName): void;
}

export function createAskedTools(
  client: Pick<SessionClient, 'state'>,
  customer: ReadonlySignal<Participant | null>,
  perform: SessionClient['perform'],
): AskedTools {
  const find = (tool: ToolName): Tool | null => {
    const state = client.state.value;
    const to = customer.value?.id;
    return (state.phase === 'open' && to !== undefined && state.tools[toolKey({ tool, to })]) || null;
  };
  return {
    of: (tool) => computed(() => find(tool)),
    ask(tool) {
      const to = customer.peek()?.id;
      if (to !== undefined) void perform({ type: 'tool.request', tool, to });
    },
    withdraw(tool) {
      const asked = find(tool);
      if (asked?.phase === 'requested') {
        void perform({ type: 'tool.refuse', requestId: asked.requestId, reason: 'withdrawn' });
      }
    },
    end(tool) {
      const on = find(tool);
      if (on?.phase === 'on') {
        void perform({ type: 'tool.end', tool, to: on.to, grantId: on.grantId, reason: 'released' });
      }
    },
  };
}
