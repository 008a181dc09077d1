import type { ParticipantId } from '../protocol/ids.ts';
import type { Share, ShareKey } from '../session/share.ts';
import type { SessionState } from '../session/state.ts';
import type { Consent } from './report-schema.ts';

/** With what tells it from others while it lasts. Names come last, for a state has them. */
export interface OpenConsent extends Omit<Consent, 'askedBy' | 'owner' | 'viewer' | 'answeredBy'> {
  key: ShareKey;
  askedBy: ParticipantId;
  owner: ParticipantId;
  viewer: ParticipantId;
  answeredBy: ParticipantId | null;
}

interface Step {
  before: SessionState;
  after: SessionState;
  at: number;
  by: ParticipantId | 'relay';
}

const none: Readonly<Record<ShareKey, Share>> = {};
const sharesOf = (state: SessionState) => (state.phase === 'open' ? state.shares : none);

/** What one fact has changed about what is asked for and shown. */
export function foldConsents(
  consents: readonly OpenConsent[],
  { before, after, at, by }: Step,
): readonly OpenConsent[] {
  const was = sharesOf(before);
  const is = sharesOf(after);
  if (was === is) return consents;
  const answeredBy = by === 'relay' ? null : by;
  let list = consents;
  const change = (key: ShareKey, part: Partial<OpenConsent>) => {
    const last = list.findLast((one) => one.key === key);
    list = list.map((one) => (one === last ? { ...one, ...part } : one));
  };
  for (const key of Object.keys({ ...was, ...is }) as ShareKey[]) {
    const old = was[key];
    const now = is[key];
    if (old === now) continue;
    const isAsked = now?.phase === 'requested' && old?.phase !== 'requested';
    if (isAsked) list = [...list, asked(key, now, at)];
    if (now?.phase === 'on' && old?.phase === 'requested')
      change(key, { answer: 'allowed', answeredBy, answeredAt: at });
    if (now?.phase === 'on' && old?.phase !== 'requested' && old?.phase !== 'on') {
      list = [...list, { ...question(key, now, at), isImplied: true, answer: 'allowed', answeredBy, answeredAt: at }];
    }
    if (old?.phase === 'requested' && now?.phase !== 'requested' && now?.phase !== 'on') {
      change(key, { answer: answerOf(now), answeredBy, answeredAt: at });
    }
    if (old?.phase === 'on' && now?.phase !== 'on') change(key, { endedAt: at, endedWhy: endOf(now) });
  }
  return list;
}

function question(key: ShareKey, { ref }: Share, at: number): OpenConsent {
  const { owner, viewer, surface, level } = ref;
  return {
    key,
    owner,
    viewer,
    surface,
    level,
    direction: 'request',
    askedBy: viewer,
    isImplied: false,
    askedAt: at,
    answer: 'open',
    answeredBy: null,
    answeredAt: null,
    endedAt: null,
    endedWhy: null,
  };
}

function asked(key: ShareKey, share: Extract<Share, { phase: 'requested' }>, at: number): OpenConsent {
  const { direction, ref } = share;
  return { ...question(key, share, at), direction, askedBy: direction === 'request' ? ref.viewer : ref.owner };
}

/** The same words serve for what is not allowed and for what is shown no more; only some fit either. */
function answerOf(now: Share | undefined): Consent['answer'] {
  if (now?.phase !== 'off') return 'session-ended';
  switch (now.last) {
    case 'denied':
    case 'no-answer':
    case 'withdrawn':
    case 'impossible':
    case 'left':
    case 'superseded':
      return now.last;
    case 'stopped':
    case 'released':
    case 'left-origin':
    case 'page-gone':
    case 'capture-ended':
      return 'withdrawn';
  }
}

function endOf(now: Share | undefined): NonNullable<Consent['endedWhy']> {
  if (now?.phase !== 'off') return 'session-ended';
  switch (now.last) {
    case 'denied':
    case 'no-answer':
    case 'withdrawn':
    case 'impossible':
      return 'stopped';
    case 'left':
    case 'superseded':
    case 'stopped':
    case 'released':
    case 'left-origin':
    case 'page-gone':
    case 'capture-ended':
      return now.last;
  }
}
