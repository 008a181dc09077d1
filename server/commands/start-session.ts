import type { FilePolicy } from '../../shared/protocol/file-policy.ts';
import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import { everyKind } from '../../shared/session/share.ts';
import type { Effect } from './effect.ts';

export interface StartSession {
  sessionId: SessionId;
  site: string;
  files: FilePolicy;
  host: { participantId: ParticipantId; name: string; userId: string; tokenHash: string };
}

/** A host opens a session and is its lead. */
export function startSession({ sessionId, site, files, host }: StartSession): Effect[] {
  const { participantId, name, userId, tokenHash } = host;
  return [
    {
      type: 'append',
      by: participantId,
      facts: [
        {
          type: 'session.started',
          sessionId,
          site,
          files,
          host: { participantId, name },
          switchedOn: [...everyKind],
        },
      ],
      seats: [{ participantId, tokenHash, role: 'lead', userId }],
    },
  ];
}
