import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import type { StopReason } from '../link/relay-client.ts';
import type { Lobby } from '../link/session-client.ts';
import { openQuestion, type Question } from './question.ts';
import {
  helpersOf,
  leadHost,
  type Shown,
  viewersOf,
  type Watched,
  watchedPage,
  type WatchEnd,
  watchEnd,
  within,
} from './shown.ts';

/** What the assist window shows: exactly one of these. */
export type AssistView =
  | { kind: 'connecting' }
  | { kind: 'replaced' }
  | { kind: 'lobby'; lobby: Lobby }
  | { kind: 'ended'; hostName: string; byHost: boolean }
  | {
      kind: 'open';
      hostId: ParticipantId;
      hostName: string;
      hostOnline: boolean;
      /** Names of the hosts who are in the session besides. */
      helpers: readonly string[];
      question: Question | null;
      shown: Shown | null;
      /** The host's page that is shown here. */
      watched: Watched | null;
      /** Why the host's page is not shown any more, where the customer did not stop it. */
      watchedBefore: WatchEnd | null;
    };

interface Input {
  state: SessionState;
  lobby: Lobby | null;
  online: ReadonlySet<ParticipantId>;
  me: ParticipantId;
  /** Where no page can be shown, nothing is asked that would need it. */
  canShow: boolean;
  /** By the customer, in this window. */
  endedHere: boolean;
  /** What the customer has allowed here and not stopped (own-grants.ts). */
  granted: ReadonlySet<string>;
  /** Why the connection to the relay is over for good, or null while it lives. */
  stopped: StopReason | null;
}

export function assistView({ state, lobby, online, me, canShow, granted, endedHere, stopped }: Input): AssistView {
  if (stopped === 'replaced' || stopped === 'auth.required') return { kind: 'replaced' };
  const host = leadHost(state);
  if (stopped === 'session.ended' && state.phase !== 'ended') {
    return { kind: 'ended', hostName: host?.name ?? '', byHost: false };
  }
  if (state.phase === 'ended') {
    return {
      kind: 'ended',
      hostName: host?.name ?? '',
      byHost: !endedHere && (state.reason === 'ended' || state.reason === 'host-left'),
    };
  }
  if (state.phase === 'open' && host) {
    if (state.participants[me]?.phase === 'away') return { kind: 'ended', hostName: host.name, byHost: false };
    return {
      kind: 'open',
      hostId: host.id,
      hostName: host.name,
      hostOnline: online.has(host.id),
      helpers: helpersOf(state),
      question: openQuestion(state, me, canShow),
      shown: within(granted, viewersOf(state, me)),
      watched: watchedPage(state, me),
      watchedBefore: watchEnd(state, me),
    };
  }
  return lobby ? { kind: 'lobby', lobby } : { kind: 'connecting' };
}
