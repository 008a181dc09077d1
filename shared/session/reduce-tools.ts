import type { ParticipantId } from '../protocol/ids.ts';
import type { Fact } from './facts.ts';
import { outlivesLead, type Tool, type ToolAsked, toolKey, type Tools } from './tool.ts';

export type ToolFact = Extract<Fact, { type: `tool.${string}` }>;

interface Placed {
  at: number;
  by: ParticipantId;
  fact: ToolFact;
}

export function reduceTools(all: Tools, { at, by, fact }: Placed): Tools {
  switch (fact.type) {
    case 'tool.requested': {
      const { tool, to, requestId } = fact;
      if ((all[toolKey(fact)]?.phase ?? 'off') !== 'off') return all;
      return { ...all, [toolKey(fact)]: { tool, to, phase: 'requested', by, requestId, accepted: false, at } };
    }
    case 'tool.accepted':
      return answer(all, fact.requestId, (asked) => ({ ...asked, accepted: true }));
    case 'tool.granted':
      return answer(all, fact.requestId, ({ tool, to, by: host }) => {
        return { tool, to, phase: 'on', by: host, grantId: fact.grantId, since: at };
      });
    case 'tool.refused':
      return answer(all, fact.requestId, ({ tool, to }) => ({ tool, to, phase: 'off', last: fact.reason }));
    case 'tool.ended': {
      const on = all[toolKey(fact)];
      if (on?.phase !== 'on' || on.grantId !== fact.grantId) return all;
      return { ...all, [toolKey(fact)]: { tool: on.tool, to: on.to, phase: 'off', last: fact.reason } };
    }
  }
}

function answer(all: Tools, requestId: string, to: (asked: ToolAsked) => Tool): Tools {
  return mapTools(all, (tool) => (tool.phase === 'requested' && tool.requestId === requestId ? to(tool) : tool));
}

/** Whose it was is gone, or whom it was allowed to. */
export const toolsWithout = (all: Tools, who: ParticipantId): Tools =>
  mapTools(all, (tool) => {
    const isTheirs = tool.to === who || (tool.phase !== 'off' && tool.by === who && !outlivesLead(tool.tool));
    return isTheirs && tool.phase !== 'off' ? { tool: tool.tool, to: tool.to, phase: 'off', last: 'left' } : tool;
  });

/** Who led helps from now on. */
export const toolsHandedOver = (all: Tools): Tools =>
  mapTools(all, (tool) =>
    tool.phase === 'off' || outlivesLead(tool.tool)
      ? tool
      : { tool: tool.tool, to: tool.to, phase: 'off', last: 'superseded' },
  );

/** The recording that they allowed is over. */
export const recordingToolsReleased = (all: Tools): Tools =>
  mapTools(all, (tool) =>
    tool.tool === 'recording' && tool.phase === 'on'
      ? { tool: tool.tool, to: tool.to, phase: 'off', last: 'released' }
      : tool,
  );

const mapTools = (all: Tools, to: (tool: Tool) => Tool): Tools =>
  Object.fromEntries(Object.entries(all).map(([key, tool]) => [key, to(tool)]));
