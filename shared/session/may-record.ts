import { recordingLimits } from '../recording/recording-limits.ts';
import type { Action } from './actions.ts';
import { isRecordingAllowed } from './recording-consent.ts';
import { openRecording } from './recording.ts';
import type { OpenSession, Participant } from './state.ts';

export type RecordingAction = Extract<Action, { type: `recording.${string}` }>;
type RecordingRefusal =
  | 'actor.not-lead'
  | 'recording.switched-off'
  | 'recording.not-allowed'
  | 'recording.automatic'
  | 'recording.busy'
  | 'recording.too-many'
  | 'recording.not-on';

/** Who leads records, while every customer allows it. Null: it may be. */
export function recordingRefusal(
  state: OpenSession,
  actor: Participant | 'relay',
  action: RecordingAction,
): RecordingRefusal | null {
  const now = openRecording(state);
  if (action.type === 'recording.start') {
    if (actor === 'relay' || actor.role !== 'lead') return 'actor.not-lead';
    if (state.recordingRule.mode === 'never') return 'recording.switched-off';
    if (!isRecordingAllowed(state)) return 'recording.not-allowed';
    if (now) return 'recording.busy';
    return state.recordings.length < recordingLimits.recordingsPerSession ? null : 'recording.too-many';
  }
  if (now?.id !== action.recordingId) return 'recording.not-on';
  if (action.type === 'recording.fail') return actor === 'relay' || actor.role === 'lead' ? null : 'actor.not-lead';
  if (actor === 'relay' || actor.role !== 'lead') return 'actor.not-lead';
  if (now.isAutomatic) return 'recording.automatic';
  if (action.type === 'recording.stop') return null;
  return now.phase === (action.type === 'recording.pause' ? 'on' : 'paused') ? null : 'recording.not-on';
}
