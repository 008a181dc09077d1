import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import { newId } from '../../protocol/new-id.ts';
import { type ToolEndReason, type ToolName, type ToolOn, toolOn } from '../../session/tool.ts';
import type { SessionClient } from '../link/session-client.ts';
import { openToolQuestion, type ToolQuestion } from './tool-question.ts';

/** What this customer has allowed beside surfaces. Facts alone lend nothing: it must have been allowed here. */
export interface OwnTools {
  readonly question: ReadonlySignal<ToolQuestion | null>;
  /** What was allowed in this window and stands. */
  on(tool: ToolName): ReadonlySignal<ToolOn | null>;
  /** Allowed; something has to be chosen first. */
  accept(question: ToolQuestion): void;
  allow(question: ToolQuestion): void;
  deny(question: ToolQuestion, reason?: 'denied' | 'impossible'): void;
  end(tool: ToolName, reason?: ToolEndReason): void;
}

/** `kept` is where it outlives a reload of the window. */
export function createOwnTools(
  client: SessionClient,
  me: ParticipantId,
  kept: Pick<Storage, 'getItem' | 'setItem'>,
): OwnTools {
  const place = `beside.tools.${me}`;
  const allowed = signal<readonly string[]>((kept.getItem(place) ?? '').split(' '));
  const question = computed(() => openToolQuestion(client.state.value, me));
  const standing = (tool: ToolName) => {
    const on = toolOn(client.state.value, { tool, to: me });
    return on && allowed.value.includes(on.grantId) ? on : null;
  };
  return {
    question,
    on: (tool) => computed(() => standing(tool)),
    accept: ({ requestId }) => void client.perform({ type: 'tool.accept', requestId }),
    allow({ requestId }) {
      const id = newId();
      allowed.value = [...allowed.peek(), id];
      kept.setItem(place, allowed.peek().join(' '));
      void client.perform({ type: 'tool.grant', requestId }, id);
    },
    deny({ requestId }, reason = 'denied') {
      void client.perform({ type: 'tool.refuse', requestId, reason });
    },
    end(tool, reason = 'stopped') {
      const on = standing(tool);
      if (on) void client.perform({ type: 'tool.end', tool, to: me, grantId: on.grantId, reason });
    },
  };
}
