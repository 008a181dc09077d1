import type { FilePolicy } from '../protocol/file-policy.ts';
import type { ParticipantId, SessionId } from '../protocol/ids.ts';
import type { Call } from './call.ts';
import type { Chat } from './chat.ts';
import type { CameFrom } from './came-from.ts';
import type { PublishedFile } from './file.ts';
import type { Note } from './note.ts';
import type { leaveReasons, roles, sessionEndReasons } from './facts.ts';
import type { Share, ShareKey, ShareKind } from './share.ts';
import type { Recording } from './recording.ts';
import type { RecordingRule } from './recording-rule.ts';
import type { Tools } from './tool.ts';

export type Role = (typeof roles)[number];

interface Person {
  id: ParticipantId;
  name: string;
  role: Role;
}

export type Participant =
  | (Person & { phase: 'lobby'; since: number })
  | (Person & { phase: 'present'; since: number })
  | (Person & {
      phase: 'away';
      reason: (typeof leaveReasons)[number] | 'refused';
      /** False: left or was sent away from the lobby, and knows nothing of the session. */
      admitted: boolean;
    });

interface Known {
  /** Sequence number of the last fact folded in. */
  seq: number;
  id: SessionId;
  site: string;
  startedAt: number;
  /** Null: invited with a session number. */
  cameFrom: CameFrom | null;
  participants: Readonly<Record<ParticipantId, Participant>>;
  chat: Chat;
  /** Of the hosts; customers know of none. */
  notes: readonly Note[];
  /** All that there were, in order; at most the last is not over. */
  recordings: readonly Recording[];
  /** In the order in which they were published; customers know of those for them and of their own. */
  files: readonly PublishedFile[];
  filePolicy: FilePolicy;
}

export type SessionState =
  | { phase: 'none'; seq: 0 }
  | (Known & {
      phase: 'open';
      switchedOn: readonly ShareKind[];
      recordingRule: RecordingRule;
      shares: Readonly<Record<ShareKey, Share>>;
      tools: Tools;
      /** The present one or the last; null before the first. */
      call: Call | null;
    })
  | (Known & { phase: 'ended'; endedAt: number; reason: (typeof sessionEndReasons)[number] });

export type OpenSession = Extract<SessionState, { phase: 'open' }>;

export const noSession: SessionState = { phase: 'none', seq: 0 };
