import type { Action } from './actions.ts';
import type { OpenSession, Participant } from './state.ts';
import { askedTool, toolExpiresAt, toolKey } from './tool.ts';

export type ToolAction = Extract<Action, { type: `tool.${string}` }>;
type ToolRefusal =
  | 'actor.not-lead'
  | 'actor.not-present'
  | 'recording.switched-off'
  | 'recording.automatic'
  | 'tool.not-yours'
  | 'tool.busy'
  | 'tool.no-such-request'
  | 'tool.too-late'
  | 'tool.not-on';

/** Who leads asks, and only who is asked allows; both end it. Null: it may be. */
export function toolRefusal(
  state: OpenSession,
  actor: Participant,
  action: ToolAction,
  now: number,
): ToolRefusal | null {
  if (action.type === 'tool.request') {
    if (actor.role !== 'lead') return 'actor.not-lead';
    const asked = state.participants[action.to];
    if (asked?.role !== 'customer') return 'tool.not-yours';
    if (asked.phase !== 'present') return 'actor.not-present';
    if (action.tool === 'recording' && state.recordingRule.mode === 'never') return 'recording.switched-off';
    const phase = state.tools[toolKey(action)]?.phase ?? 'off';
    return phase === 'off' ? null : 'tool.busy';
  }
  if (action.type === 'tool.end') {
    const tool = state.tools[toolKey(action)];
    if (tool?.phase !== 'on' || tool.grantId !== action.grantId) return 'tool.not-on';
    if (actor.id === tool.to) return null;
    if (actor.role !== 'lead') return 'tool.not-yours';
    return tool.tool === 'recording' && state.recordingRule.mode === 'automatic' ? 'recording.automatic' : null;
  }
  const tool = askedTool(state, action.requestId);
  if (!tool) return 'tool.no-such-request';
  const isOwn = tool.to === actor.id;
  if (action.type === 'tool.refuse') return isOwn || tool.by === actor.id ? null : 'tool.not-yours';
  if (!isOwn) return 'tool.not-yours';
  if (action.type === 'tool.accept' && tool.accepted) return 'tool.no-such-request';
  return now >= toolExpiresAt(tool) ? 'tool.too-late' : null;
}
