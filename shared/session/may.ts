import type { ParticipantId } from '../protocol/ids.ts';
import type { Action } from './actions.ts';
import { chatLimits, lineAt, markOf } from './chat.ts';
import { type CallOn, isFull, ringsUntil } from './call.ts';
import { toolRefusal } from './may-use-tool.ts';
import { recordingRefusal } from './may-record.ts';
import { mayNoteDeeds } from './folder-deed.ts';
import { noteRefusal } from './note.ts';
import { mayPublish, mayReceive, mayWithdraw } from './file.ts';
import { isSwitchedOn, suitsRole } from './is-switched-on.ts';
import { expiresAt, type Share, type ShareRef, shareKey } from './share.ts';
import type { OpenSession, Participant, SessionState } from './state.ts';
import { askedTool, toolExpiresAt } from './tool.ts';

export const refusalCodes = [
  'session.none',
  'session.ended',
  'actor.unknown',
  'actor.not-present',
  'actor.not-lead',
  'actor.not-host',
  'participant.not-waiting',
  'share.switched-off',
  'share.not-yours',
  'share.busy',
  'share.no-such-request',
  'share.not-accepted',
  'share.too-late',
  'share.not-on',
  'tool.not-yours',
  'tool.busy',
  'tool.no-such-request',
  'tool.too-late',
  'tool.not-on',
  'recording.switched-off',
  'recording.not-allowed',
  'recording.automatic',
  'recording.busy',
  'recording.too-many',
  'recording.not-on',
  'call.nobody',
  'call.busy',
  'call.over',
  'call.full',
  'call.not-rung',
  'call.not-in',
  'call.too-early',
  'chat.empty',
  'chat.full',
  'chat.nothing-new',
  'file.full',
  'file.not-here',
  'file.not-yours',
  'file.had',
  'file.switched-off',
  'file.too-large',
  'file.wrong-type',
  'file.dangerous',
  'note.full',
  'note.not-yours',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
export type Verdict = { ok: true } | { ok: false; code: RefusalCode };

const yes: Verdict = { ok: true };
const unless = (code: RefusalCode | null): Verdict => (code === null ? yes : no(code));
const no = (code: RefusalCode): Verdict => ({ ok: false, code });

/**
 * The one place that decides who may do what. `now` is the relay's time in ms.
 * Only the owner of a surface can turn a share on; everyone concerned can turn it off.
 */
export function may(state: SessionState, actorId: ParticipantId | 'relay', action: Action, now: number): Verdict {
  if (state.phase === 'none') return no('session.none');
  if (action.type === 'note.write') {
    return unless(noteRefusal(state, actorId, action, now));
  }
  if (state.phase === 'ended') return no('session.ended');
  if (actorId === 'relay') return relayMay(state, action, now);
  const actor = state.participants[actorId];
  if (!actor) return no('actor.unknown');
  if (actor.phase === 'away' || (actor.phase === 'lobby' && action.type !== 'participant.leave')) {
    return no('actor.not-present');
  }
  return participantMay(state, actor, action, now);
}

/** `note.write` has been decided by then. */
type OfOpenSession = Exclude<Action, { type: 'note.write' }>;

function participantMay(state: OpenSession, actor: Participant, action: OfOpenSession, now: number): Verdict {
  switch (action.type) {
    case 'participant.admit':
    case 'participant.refuse':
      if (actor.role !== 'lead') return no('actor.not-lead');
      return state.participants[action.participantId]?.phase === 'lobby' ? yes : no('participant.not-waiting');
    case 'participant.leave':
      return yes;
    case 'participant.remove':
      return mayTurnTo(state, actor, action.participantId);
    case 'lead.hand-over':
      return mayTurnTo(state, actor, action.to);
    case 'session.end':
      return actor.role === 'assistant' ? no('actor.not-lead') : yes;
    case 'share.request':
      return mayRequest(state, actor, action);
    case 'share.accept':
      return mayAccept(state, actor, action.requestId, now);
    case 'share.grant':
      return mayGrant(state, actor, action.requestId, now);
    case 'share.refuse': {
      const share = requested(state, action.requestId);
      if (!share) return no('share.no-such-request');
      return isParty(share.ref, actor.id) ? yes : no('share.not-yours');
    }
    case 'share.end': {
      const share = state.shares[shareKey(action.ref)];
      if (share?.phase !== 'on' || share.grantId !== action.grantId) return no('share.not-on');
      return isParty(share.ref, actor.id) ? yes : no('share.not-yours');
    }
    case 'folder.note':
      return mayNoteDeeds(state, actor.id) ? yes : no('tool.not-on');
    case 'tool.request':
    case 'tool.accept':
    case 'tool.grant':
    case 'tool.refuse':
    case 'tool.end': {
      const refusal = toolRefusal(state, actor, action, now);
      return refusal === null ? yes : no(refusal);
    }
    case 'recording.start':
    case 'recording.pause':
    case 'recording.resume':
    case 'recording.stop':
    case 'recording.fail': {
      const refusal = recordingRefusal(state, actor, action);
      return refusal === null ? yes : no(refusal);
    }
    case 'call.start':
      if (callOn(state)) return no('call.busy');
      return othersPresent(state, actor.id) ? yes : no('call.nobody');
    case 'call.join': {
      const call = callOn(state, action.callId);
      if (!call) return no('call.over');
      if (call.members.includes(actor.id)) return no('call.busy');
      return isFull(call) ? no('call.full') : yes;
    }
    case 'call.decline': {
      const call = callOn(state, action.callId);
      if (!call) return no('call.over');
      return call.ringing.includes(actor.id) ? yes : no('call.not-rung');
    }
    case 'call.leave': {
      const call = callOn(state, action.callId);
      if (!call) return no('call.over');
      return call.members.includes(actor.id) ? yes : no('call.not-in');
    }
    case 'call.give-up':
      return no('actor.unknown');
    case 'chat.say':
      return maySay(state, actor, action);
    case 'file.publish':
      return unless(mayPublish(state, actor, action));
    case 'file.withdraw':
      return unless(mayWithdraw(state, actor, action.fileId));
    case 'file.receive':
      return unless(mayReceive(state, actor, action));
    case 'chat.reach': {
      const { got, read } = markOf(state.chat, actor.id);
      const line = lineAt(state.chat, action.upTo);
      const isHeard = line !== undefined && (line.audience === 'all' || actor.role !== 'customer');
      return isHeard && action.upTo > (action.isRead ? read : got) ? yes : no('chat.nothing-new');
    }
  }
}

/** The lead decides about a host who is here and helps. */
function mayTurnTo({ participants }: OpenSession, { role }: Participant, id: ParticipantId): Verdict {
  if (role !== 'lead') return no('actor.not-lead');
  const helper = participants[id];
  return helper?.phase === 'present' && helper.role === 'assistant' ? yes : no('actor.not-host');
}

function maySay(
  { chat }: OpenSession,
  actor: Participant,
  { audience, text, picture }: Extract<Action, { type: 'chat.say' }>,
): Verdict {
  if (audience === 'hosts' && actor.role === 'customer') return no('actor.not-host');
  if (text === '' && picture === null) return no('chat.empty');
  if (picture === null) return yes;
  const pictures = chat.lines.filter((line) => line.picture !== null).length;
  return pictures >= chatLimits.pictures ? no('chat.full') : yes;
}

/** The relay only ever takes away: unanswered questions and calls, and abandoned sessions. */
function relayMay(state: OpenSession, action: Action, now: number): Verdict {
  if (action.type === 'session.end') return yes;
  if (action.type === 'call.give-up') {
    const call = callOn(state, action.callId);
    if (!call || call.ringing.length === 0) return no('call.over');
    return now >= ringsUntil(call) ? yes : no('call.too-early');
  }
  if (action.type === 'tool.refuse') {
    const tool = askedTool(state, action.requestId);
    if (!tool) return no('tool.no-such-request');
    return now >= toolExpiresAt(tool) ? yes : no('tool.busy');
  }
  if (action.type === 'recording.fail') {
    const refusal = recordingRefusal(state, 'relay', action);
    return refusal === null ? yes : no(refusal);
  }
  if (action.type !== 'share.refuse') return no('actor.unknown');
  const share = requested(state, action.requestId);
  if (!share) return no('share.no-such-request');
  return tooLate(share, now) ? yes : no('share.busy');
}

function mayRequest(
  state: OpenSession,
  actor: Participant,
  { ref, direction }: Extract<Action, { type: 'share.request' }>,
): Verdict {
  const asker = direction === 'request' ? ref.viewer : ref.owner;
  if (actor.id !== asker || ref.owner === ref.viewer) return no('share.not-yours');
  const owner = state.participants[ref.owner];
  const viewer = state.participants[ref.viewer];
  if (owner?.phase !== 'present' || viewer?.phase !== 'present') return no('actor.not-present');
  if ((owner.role === 'customer') === (viewer.role === 'customer')) return no('share.not-yours');
  if (actor.role === 'customer') return no('actor.not-host');
  if (!suitsRole(actor.role, { ...ref, direction })) return no('actor.not-lead');
  if (!isSwitchedOn(state, { ...ref, direction })) return no('share.switched-off');
  const share = state.shares[shareKey(ref)];
  return !share || share.phase === 'off' ? yes : no('share.busy');
}

function mayAccept(state: OpenSession, actor: Participant, requestId: string, now: number): Verdict {
  const share = requested(state, requestId);
  if (!share || share.accepted) return no('share.no-such-request');
  if (share.ref[share.direction === 'share' ? 'viewer' : 'owner'] !== actor.id) return no('share.not-yours');
  return tooLate(share, now) ? no('share.too-late') : yes;
}

function mayGrant(state: OpenSession, actor: Participant, requestId: string, now: number): Verdict {
  const share = requested(state, requestId);
  if (!share) return no('share.no-such-request');
  if (share.ref.owner !== actor.id) return no('share.not-yours');
  if (share.direction === 'share' && !share.accepted) return no('share.not-accepted');
  return tooLate(share, now) ? no('share.too-late') : yes;
}

type Requested = Extract<Share, { phase: 'requested' }>;

function requested(state: OpenSession, requestId: string): Requested | undefined {
  return Object.values(state.shares).find(
    (share): share is Requested => share.phase === 'requested' && share.requestId === requestId,
  );
}

function tooLate(share: Requested, now: number): boolean {
  return now >= expiresAt(share);
}

/** The call that goes on, if it is the one that is meant. */
function callOn({ call }: OpenSession, id?: string): CallOn | null {
  return call?.phase === 'on' && (id === undefined || call.id === id) ? call : null;
}

/** Somebody else is there. */
export const othersPresent = ({ participants }: OpenSession, me: ParticipantId): boolean =>
  Object.values(participants).some(({ id, phase }) => phase === 'present' && id !== me);

function isParty(ref: ShareRef, id: ParticipantId): boolean {
  return ref.owner === id || ref.viewer === id;
}
