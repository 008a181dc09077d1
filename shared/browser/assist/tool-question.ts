import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import type { ToolAsked, ToolName } from '../../session/tool.ts';
import type { AskedOnce } from './question.ts';

/** A host's open question for something beside surfaces. */
export interface ToolQuestion extends AskedOnce {
  tool: ToolName;
  /** It was allowed, and something has to be chosen yet. */
  accepted: boolean;
}

/** The oldest that this customer has not answered. Only of who leads: the relay keeps to it, a hostile one would not. */
export function openToolQuestion(state: SessionState, me: ParticipantId): ToolQuestion | null {
  if (state.phase !== 'open') return null;
  const open = Object.values(state.tools)
    .filter((tool): tool is ToolAsked => tool.phase === 'requested' && tool.to === me)
    .filter(({ by }) => state.participants[by]?.role === 'lead')
    .toSorted((a, b) => a.at - b.at)[0];
  if (!open) return null;
  const { tool, accepted, requestId, by: hostId, at: askedAt } = open;
  return { tool, accepted, requestId, hostId, hostName: state.participants[hostId]?.name ?? '', askedAt };
}
