import * as v from 'valibot';
import { commandIdSchema, type ParticipantId, participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { refusalReasons } from './share.ts';
import type { OpenSession, SessionState } from './state.ts';

/**
 * What a host asks a customer for beside surfaces.
 * - `recording`: what is shown and said is kept by the site
 * - `files`: one folder, to walk and to change
 * - `system`: facts about computer and browser
 * - `page-log`: console and failed requests of the shown page
 */
export const tools = ['recording', 'files', 'system', 'page-log'] as const;
export type ToolName = (typeof tools)[number];
export const toolEndReasons = ['stopped', 'released', 'impossible', 'superseded'] as const;
export type ToolEndReason = (typeof toolEndReasons)[number];

/** Which one is meant: there is one machine for each tool and each who is asked. */
export const toolRefEntries = { tool: v.picklist(tools), to: participantIdSchema };
export interface ToolRef {
  tool: ToolName;
  /** Who is asked, and whose it is. */
  to: ParticipantId;
}

/** As a share: `off → requested → on | off`. `accepted`: allowed, and something has to be chosen yet. */
export type Tool = ToolRef &
  (
    | { phase: 'off'; last: (typeof refusalReasons)[number] | ToolEndReason | 'left' }
    | {
        phase: 'requested';
        /** The host who asked. */
        by: ParticipantId;
        requestId: string;
        accepted: boolean;
        /** Relay's time, ms since 1970. */
        at: number;
      }
    | { phase: 'on'; by: ParticipantId; grantId: string; since: number }
  );
export type ToolAsked = Extract<Tool, { phase: 'requested' }>;
export type ToolOn = Extract<Tool, { phase: 'on' }>;
export type Tools = Readonly<Record<string, Tool>>;

export const toolKey = ({ tool, to }: ToolRef): string => `${tool}/${to}`;

/** When an open question is a refusal, relay's time. */
export const toolExpiresAt = ({ at, accepted }: ToolAsked): number =>
  at + (accepted ? limits.chooseWithinMs : limits.answerWithinMs);

export const askedTool = ({ tools: all }: OpenSession, requestId: string): ToolAsked | undefined =>
  Object.values(all).find((tool): tool is ToolAsked => tool.phase === 'requested' && tool.requestId === requestId);

/** What stands, or null. */
export function toolOn(state: SessionState, ref: ToolRef): ToolOn | null {
  const tool = state.phase === 'open' ? state.tools[toolKey(ref)] : undefined;
  return tool?.phase === 'on' ? tool : null;
}

/** What is kept of the session goes on whoever leads it; all else was allowed to one host alone. */
export const outlivesLead = (tool: ToolName): boolean => tool === 'recording';

export const toolActions = [
  v.strictObject({ type: v.literal('tool.request'), id: commandIdSchema, ...toolRefEntries }),
  v.strictObject({ type: v.literal('tool.accept'), id: commandIdSchema, requestId: commandIdSchema }),
  v.strictObject({ type: v.literal('tool.grant'), id: commandIdSchema, requestId: commandIdSchema }),
  v.strictObject({
    type: v.literal('tool.refuse'),
    id: commandIdSchema,
    requestId: commandIdSchema,
    reason: v.picklist(refusalReasons),
  }),
  v.strictObject({
    type: v.literal('tool.end'),
    id: commandIdSchema,
    ...toolRefEntries,
    grantId: commandIdSchema,
    reason: v.picklist(toolEndReasons),
  }),
] as const;

export const toolFacts = [
  v.strictObject({ type: v.literal('tool.requested'), requestId: commandIdSchema, ...toolRefEntries }),
  v.strictObject({ type: v.literal('tool.accepted'), requestId: commandIdSchema }),
  v.strictObject({ type: v.literal('tool.granted'), requestId: commandIdSchema, grantId: commandIdSchema }),
  v.strictObject({
    type: v.literal('tool.refused'),
    requestId: commandIdSchema,
    reason: v.picklist(refusalReasons),
  }),
  v.strictObject({
    type: v.literal('tool.ended'),
    ...toolRefEntries,
    grantId: commandIdSchema,
    reason: v.picklist(toolEndReasons),
  }),
] as const;
