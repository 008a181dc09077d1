import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { RelayMessage } from '../../shared/protocol/relay.ts';
import { asToldTo, seesFact } from '../../shared/session/sees.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { LiveSession } from '../sessions/live-session.ts';
import { visibleTo } from './visible-to.ts';

export interface FactFeed {
  welcome(now: number): void;
  /** Has this participant been let in, and not left? */
  isInside(): boolean;
  /** Sends what is new to this participant. True when there is nothing more to come. */
  pump(): boolean;
}

/**
 * What one control socket is told of its session: the lobby's state while it waits, then every fact it may
 * see, from the one after `after`, in order; and who is online.
 */
export function createFactFeed(
  live: LiveSession,
  me: ParticipantId,
  after: number,
  send: (message: RelayMessage) => void,
): FactFeed {
  const told = new Set<ParticipantId>();
  let cursor = myPlace(live.log.state, me) === 'inside' ? after : 0;
  let lobby: 'waiting' | 'refused' | 'over' | undefined;
  let over = false;

  const visible = () => visibleTo(live.log.state, me, live.online());

  function tellLobby(phase: 'waiting' | 'refused' | 'over'): void {
    const { state } = live.log;
    if (lobby === phase || state.phase === 'none') return;
    lobby = phase;
    const lead = Object.values(state.participants).find(({ role, phase }) => role === 'lead' && phase === 'present');
    send({ type: 'lobby.changed', phase, site: state.site, host: lead?.name ?? state.site });
  }

  /** Whoever has left may have come in again. */
  const comesBack = (seq: number) =>
    live.log.entries.some(
      (later) => later.seq > seq && later.fact.type === 'participant.admitted' && later.fact.participantId === me,
    );

  /** Facts up to the end of the session or of one's own (last) stay in it. */
  function tellFacts(): boolean {
    const { state, entries } = live.log;
    for (const entry of entries.slice(cursor)) {
      cursor = entry.seq;
      if (!seesFact(state, me, entry)) continue;
      send({ type: 'fact.appended', entry: asToldTo(state, me, entry) });
      if (entry.fact.type === 'participant.left' && entry.fact.participantId === me && !comesBack(entry.seq))
        return true;
    }
    return state.phase === 'ended' || myPlace(state, me) === 'left';
  }

  function tellPresence(): void {
    const online = new Set(visible());
    for (const participantId of new Set([...online, ...told])) {
      if (online.has(participantId) === told.has(participantId)) continue;
      send({ type: 'presence.changed', participantId, online: online.has(participantId) });
      if (!told.delete(participantId)) told.add(participantId);
    }
  }

  return {
    welcome(now) {
      const { state, seq } = live.log;
      if (state.phase === 'none') return;
      const inside = myPlace(state, me) === 'inside';
      const online = visible();
      for (const participantId of online) told.add(participantId);
      const sessionId = live.id;
      send({ type: 'socket.welcomed', sessionId, participantId: me, now, seq: inside ? seq : 0, online });
    },
    isInside: () => myPlace(live.log.state, me) === 'inside',
    pump() {
      if (over) return true;
      const place = myPlace(live.log.state, me);
      if (place === 'waiting' || place === 'refused' || place === 'over') {
        tellLobby(place);
        over = place !== 'waiting';
      } else {
        over = tellFacts();
        if (!over) tellPresence();
      }
      return over;
    },
  };
}

function myPlace(state: SessionState, me: ParticipantId): 'inside' | 'left' | 'waiting' | 'refused' | 'over' {
  const participant = state.phase === 'none' ? undefined : state.participants[me];
  if (!participant) return 'over';
  if (participant.phase === 'present') return 'inside';
  if (participant.phase === 'lobby') return state.phase === 'ended' ? 'over' : 'waiting';
  return participant.reason === 'refused' ? 'refused' : 'left';
}
