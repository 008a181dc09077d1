import type { ParticipantId } from '../protocol/ids.ts';
import type { SessionState } from '../session/state.ts';
import type { Tool, Tools } from '../session/tool.ts';
import type { ToolConsent } from './report-schema.ts';

/** With what tells it from others while it lasts. */
export interface OpenToolConsent extends Omit<ToolConsent, 'askedBy' | 'askedOf'> {
  key: string;
  askedBy: ParticipantId;
  askedOf: ParticipantId;
}

interface Step {
  before: SessionState;
  after: SessionState;
  at: number;
}

const none: Tools = {};
const toolsOf = (state: SessionState) => (state.phase === 'open' ? state.tools : none);

/** What one fact has changed about what is asked for beside surfaces. */
export function foldTools(list: readonly OpenToolConsent[], { before, after, at }: Step): readonly OpenToolConsent[] {
  const was = toolsOf(before);
  const is = toolsOf(after);
  if (was === is) return list;
  let next = list;
  const change = (key: string, part: Partial<OpenToolConsent>) => {
    const last = next.findLast((one) => one.key === key);
    next = next.map((one) => (one === last ? { ...one, ...part } : one));
  };
  for (const key of Object.keys({ ...was, ...is })) {
    const old = was[key];
    const now = is[key];
    if (old === now) continue;
    if (now?.phase === 'requested' && old?.phase !== 'requested') next = [...next, asked(key, now, at)];
    if (old?.phase === 'requested' && now?.phase === 'on') change(key, { answer: 'allowed', answeredAt: at });
    if (old?.phase === 'requested' && now?.phase !== 'requested' && now?.phase !== 'on') {
      change(key, { answer: answerOf(now), answeredAt: at });
    }
    if (old?.phase === 'on' && now?.phase !== 'on') change(key, { endedAt: at, endedWhy: endOf(now) });
  }
  return next;
}

const asked = (key: string, { tool, to, by }: Extract<Tool, { phase: 'requested' }>, at: number): OpenToolConsent => ({
  key,
  tool,
  askedBy: by,
  askedOf: to,
  askedAt: at,
  answer: 'open',
  answeredAt: null,
  endedAt: null,
  endedWhy: null,
});

/** The same words serve for what is not allowed and for what is allowed no more; only some fit either. */
function answerOf(now: Tool | undefined): ToolConsent['answer'] {
  if (now?.phase !== 'off') return 'session-ended';
  return now.last === 'stopped' || now.last === 'released' ? 'withdrawn' : now.last;
}

function endOf(now: Tool | undefined): NonNullable<ToolConsent['endedWhy']> {
  if (now?.phase !== 'off') return 'session-ended';
  return now.last === 'denied' || now.last === 'no-answer' || now.last === 'withdrawn' ? 'stopped' : now.last;
}
