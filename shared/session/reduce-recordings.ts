import type { Fact } from './facts.ts';
import { isRecordingAllowed } from './recording-consent.ts';
import { openRecording, recordedMs, type Recording, type RecordingEnd } from './recording.ts';
import { recordingToolsReleased } from './reduce-tools.ts';
import type { OpenSession, SessionState } from './state.ts';

type Begun = Exclude<SessionState, { phase: 'none' }>;
export type RecordingFact = Extract<Fact, { type: `recording.${string}` }>;

const turn = (recording: Recording, phase: Recording['phase'], at: number, end: RecordingEnd | null = null) => ({
  ...recording,
  phase,
  since: at,
  ranMs: recordedMs(recording, at),
  end,
});

const leadsOf = ({ participants }: OpenSession) =>
  Object.values(participants)
    .filter(({ role, phase }) => role === 'lead' && phase === 'present')
    .map(({ id }) => id);

export function reduceRecordings(state: OpenSession, { at, fact }: { at: number; fact: RecordingFact }): OpenSession {
  if (fact.type === 'recording.started') {
    if (openRecording(state) || !isRecordingAllowed(state)) return state;
    const { recordingId: id, isAutomatic } = fact;
    const writers = leadsOf(state);
    const begun: Recording = { id, startedAt: at, isAutomatic, writers, phase: 'on', since: at, ranMs: 0, end: null };
    return { ...state, recordings: [...state.recordings, begun] };
  }
  const { recordingId: id } = fact;
  switch (fact.type) {
    case 'recording.paused':
      return change(state, id, (now) => (now.phase === 'on' ? turn(now, 'paused', at) : now));
    case 'recording.resumed':
      return change(state, id, (now) => (now.phase === 'paused' ? turn(now, 'on', at) : now));
    case 'recording.stopped':
      return finish(state, id, at, 'stopped');
    case 'recording.failed':
      return finish(state, id, at, fact.code);
  }
}

/** What all had allowed was this one recording. Where the site records by itself, the yes was to the session. */
function finish(state: OpenSession, id: string, at: number, end: RecordingEnd): OpenSession {
  const now = openRecording(state);
  if (now?.id !== id) return state;
  const over = change(state, id, (one) => turn(one, 'off', at, end));
  return now.isAutomatic ? over : { ...over, tools: recordingToolsReleased(state.tools) };
}

/** What any other fact means for a recording: consent that has gone, another lead, the end. */
export function settleRecordings(state: Begun, at: number): Begun {
  const now = openRecording(state);
  if (!now) return state;
  if (state.phase === 'ended') return change(state, now.id, (one) => turn(one, 'off', at, 'session-ended'));
  if (!isRecordingAllowed(state)) return finish(state, now.id, at, 'withdrawn');
  const fresh = leadsOf(state).filter((id) => !now.writers.includes(id));
  return fresh.length === 0 ? state : change(state, now.id, (one) => ({ ...one, writers: [...one.writers, ...fresh] }));
}

function change<S extends { recordings: readonly Recording[] }>(
  state: S,
  id: string,
  to: (now: Recording) => Recording,
): S {
  return {
    ...state,
    recordings: state.recordings.map((one) => (one.id === id && one.phase !== 'off' ? to(one) : one)),
  };
}
