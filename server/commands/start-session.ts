import type { FilePolicy } from '../../shared/protocol/file-policy.ts';
import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import { ordinaryRule, type RecordingRule } from '../../shared/session/recording-rule.ts';
import { everyKind } from '../../shared/session/share.ts';
import type { Effect } from './effect.ts';

export interface StartSession {
  sessionId: SessionId;
  site: string;
  files: FilePolicy;
  host: { participantId: ParticipantId; name: string; userId: string; tokenHash: string };
  /** What the site has decided about recording this one. */
  recording: RecordingRule;
}

/** Part of the first fact; what is ordinary is not said. */
export const ruleToTell = ({ mode, customerMayRefuse }: RecordingRule): { recording?: RecordingRule } =>
  mode === ordinaryRule.mode ? {} : { recording: { mode, customerMayRefuse } };

/** A host opens a session and is its lead. */
export function startSession({ sessionId, site, files, host, recording }: StartSession): Effect[] {
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
          ...ruleToTell(recording),
        },
      ],
      seats: [{ participantId, tokenHash, role: 'lead', userId }],
    },
  ];
}
