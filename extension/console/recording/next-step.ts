import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { openRecording } from '../../../shared/session/recording.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { type Tool, toolKey, type ToolOn } from '../../../shared/session/tool.ts';

export type NextStep =
  | { kind: 'ask'; to: ParticipantId }
  /** What was allowed before this host wanted it was another recording. */
  | { kind: 'release'; yes: ToolOn }
  | { kind: 'start' }
  | { kind: 'give-up' }
  | null;

/** What is not yet a no: nobody has answered, or it was answered by somebody who has been here before. */
const isOpen = (tool: Tool | undefined): boolean =>
  tool === undefined || (tool.phase === 'off' && (tool.last === 'no-answer' || tool.last === 'left'));

/**
 * What this host has to do next so that the session is recorded. `asked`: the customers who were asked since this host
 * wanted it; null: it has not. What is recorded by itself is wanted always.
 */
export function nextStep(state: SessionState, me: ParticipantId, asked: ReadonlySet<ParticipantId> | null): NextStep {
  if (state.phase !== 'open') return null;
  const { participants, tools, recordingRule, recordings } = state;
  const mine = participants[me];
  if (mine?.phase !== 'present' || mine.role !== 'lead' || openRecording(state)) return null;
  if (recordingRule.mode === 'never') return asked && { kind: 'give-up' };
  const isAutomatic = recordingRule.mode === 'automatic';
  if (!isAutomatic && asked === null) return null;
  const last = recordings.at(-1)?.end ?? null;
  // It would fail again.
  if (isAutomatic && last !== null && last !== 'withdrawn') return null;
  const customers = Object.values(participants).filter(({ role, phase }) => role === 'customer' && phase === 'present');
  if (customers.length === 0) return isAutomatic ? null : { kind: 'give-up' };
  const toolOf = (to: ParticipantId) => tools[toolKey({ tool: 'recording', to })];
  for (const { id: to } of customers) {
    const tool = toolOf(to);
    if (tool?.phase === 'on' && !isAutomatic && !asked?.has(to)) return { kind: 'release', yes: tool };
    if (tool?.phase === 'on' || tool?.phase === 'requested') continue;
    if (isAutomatic) {
      // One no is enough.
      return isOpen(tool) ? { kind: 'ask', to } : null;
    }
    return asked?.has(to) ? { kind: 'give-up' } : { kind: 'ask', to };
  }
  return customers.every(({ id }) => toolOf(id)?.phase === 'on') ? { kind: 'start' } : null;
}
