import { parseWith } from '../../shared/protocol/codec.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import type { Action } from '../../shared/session/actions.ts';
import { ringsUntil } from '../../shared/session/call.ts';
import type { ChatAudience } from '../../shared/session/chat.ts';
import type { Entry } from '../../shared/session/facts.ts';
import { expiresAt } from '../../shared/session/share.ts';
import { toolExpiresAt } from '../../shared/session/tool.ts';
import type { Deps } from '../deps.ts';
import { createPresence } from './presence.ts';
import { type SessionEvent, sessionEventSchema, sessionTopic } from './session-event.ts';
import { createSessionLog, type SessionLog } from './session-log.ts';

/** One socket of a participant. Its functions are called at once and must not throw. */
export interface Member {
  participantId: ParticipantId;
  kind: 'control' | 'bulk';
  socketId: string;
  /** There may be new facts in the log, or others may have come or gone. */
  changed(): void;
  signalled(from: ParticipantId, data: string): void;
  typed(from: ParticipantId, audience: ChatAudience): void;
  replaced(): void;
}

/** A session with sockets on this instance. */
export interface LiveSession {
  readonly id: SessionId;
  readonly log: SessionLog;
  /** Reads what is new in the store and tells the members. */
  refresh(): Promise<void>;
  online(): ParticipantId[];
  join(member: Member): () => void;
  /** Calls when there may be new facts, without being a socket of anybody. Returns how to stop. */
  watch(changed: () => void): () => void;
  /** Facts that this instance has just written. */
  appended(entries: readonly Entry[]): void;
  signal(from: ParticipantId, to: ParticipantId, data: string): void;
  typing(from: ParticipantId, audience: ChatAudience): void;
  close(): void;
}

export type LiveDeps = Pick<Deps, 'store' | 'bus' | 'now' | 'limits' | 'report' | 'metrics'>;

/** `act` lets the relay itself act on the session. */
export function createLiveSession(
  deps: LiveDeps,
  instance: string,
  id: SessionId,
  act: (action: Action) => Promise<unknown>,
): LiveSession {
  const { store, bus, now, limits, report } = deps;
  const log = createSessionLog(store, id);
  const presence = createPresence();
  const members = new Set<Member>();
  const watchers = new Set<() => void>();
  let readAt = now();
  let toldSeq = 0;
  let tending = false;

  const publish = (event: SessionEvent) => bus.publish(sessionTopic(id), JSON.stringify(event));

  function tell(): void {
    for (const member of members) member.changed();
    for (const changed of watchers) changed();
  }

  async function refresh(): Promise<void> {
    readAt = now();
    await log.catchUp();
    if (log.seq === toldSeq) return;
    toldSeq = log.seq;
    tell();
  }

  function setOnline(participantId: ParticipantId, online: boolean): void {
    publish({ type: 'presence.changed', instance, participantId, online });
    if (presence.change(instance, participantId, online)) tell();
  }

  function hear(event: SessionEvent): void {
    switch (event.type) {
      case 'facts.appended':
        if (event.instance !== instance) refresh().catch(report);
        return;
      case 'presence.asked':
        if (event.instance === instance) return;
        for (const participantId of presence.on(instance)) {
          publish({ type: 'presence.changed', instance, participantId, online: true });
        }
        return;
      case 'presence.changed':
        if (event.instance === instance) return;
        if (presence.change(event.instance, event.participantId, event.online)) tell();
        return;
      case 'signal.sent':
        for (const member of members) {
          if (member.participantId === event.to && member.kind === 'control') {
            member.signalled(event.from, event.data);
          }
        }
        return;
      case 'typing.sent':
        for (const member of members) {
          if (member.participantId !== event.from && member.kind === 'control')
            member.typed(event.from, event.audience);
        }
        return;
      case 'socket.opened':
        for (const member of [...members]) {
          const older = member.participantId === event.participantId && member.kind === event.kind;
          if (older && member.socketId !== event.socketId) member.replaced();
        }
    }
  }

  /** Questions and calls without an answer are given up; facts whose poke was lost are read. */
  async function tend(): Promise<void> {
    if (now() - readAt >= limits.repairMs) await refresh();
    const { state } = log;
    if (state.phase !== 'open') return;
    for (const share of Object.values(state.shares)) {
      if (share.phase === 'requested' && now() >= expiresAt(share)) {
        await act({ type: 'share.refuse', id: newId(), requestId: share.requestId, reason: 'no-answer' });
      }
    }
    for (const tool of Object.values(state.tools)) {
      if (tool.phase === 'requested' && now() >= toolExpiresAt(tool)) {
        await act({ type: 'tool.refuse', id: newId(), requestId: tool.requestId, reason: 'no-answer' });
      }
    }
    const { call } = state;
    if (call?.phase === 'on' && call.ringing.length > 0 && now() >= ringsUntil(call)) {
      await act({ type: 'call.give-up', id: newId(), callId: call.id });
    }
  }

  const unsubscribe = bus.subscribe(sessionTopic(id), (payload) => {
    const parsed = typeof payload === 'string' ? parseWith(sessionEventSchema, payload) : undefined;
    if (parsed?.ok) hear(parsed.message);
  });
  const timer = setInterval(() => {
    if (tending) return;
    tending = true;
    tend()
      .catch(report)
      .finally(() => (tending = false));
  }, limits.tendMs);
  publish({ type: 'presence.asked', instance });

  return {
    id,
    log,
    refresh,
    online: () => presence.online(),
    join(member) {
      members.add(member);
      const { participantId, kind, socketId } = member;
      publish({ type: 'socket.opened', participantId, kind, socketId });
      if (kind === 'control') setOnline(participantId, true);
      return () => {
        if (!members.delete(member) || kind !== 'control') return;
        const another = [...members].some((one) => one.participantId === participantId && one.kind === kind);
        if (!another) setOnline(participantId, false);
      };
    },
    watch(changed) {
      const watcher = () => changed();
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    appended(entries) {
      log.take(entries);
      toldSeq = log.seq;
      publish({ type: 'facts.appended', instance });
      tell();
    },
    signal: (from, to, data) => publish({ type: 'signal.sent', from, to, data }),
    typing: (from, audience) => publish({ type: 'typing.sent', from, audience }),
    close() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}
