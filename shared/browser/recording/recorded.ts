import { computed, type ReadonlySignal } from '@preact/signals';
import { openRecording, type Recording, type RecordingFailure, recordingFailures } from '../../session/recording.ts';
import type { RecordingRule } from '../../session/recording-rule.ts';
import type { SessionState } from '../../session/state.ts';

/** How a session is recorded, as everybody in it is told. */
export interface Recorded {
  /** Null: nothing is. */
  readonly now: ReadonlySignal<Recording | null>;
  /** Null: the session is not open. */
  readonly rule: ReadonlySignal<RecordingRule | null>;
  /** Why the last one has ended, where nobody wanted that. */
  readonly failure: ReadonlySignal<RecordingFailure | null>;
}

const isFailure = (end: Recording['end'] | undefined): end is RecordingFailure =>
  recordingFailures.some((failure) => failure === end);

export function createRecorded(state: ReadonlySignal<SessionState>): Recorded {
  return {
    now: computed(() => (state.value.phase === 'open' ? openRecording(state.value) : null)),
    rule: computed(() => (state.value.phase === 'open' ? state.value.recordingRule : null)),
    failure: computed(() => {
      const end = state.value.phase === 'open' ? state.value.recordings.at(-1)?.end : undefined;
      return isFailure(end) ? end : null;
    }),
  };
}
