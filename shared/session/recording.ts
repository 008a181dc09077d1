import * as v from 'valibot';
import { commandIdSchema, type ParticipantId } from '../protocol/ids.ts';

/**
 * - `disk-full`: the site has no room for more.
 * - `too-much`: it is as long as a recording may be.
 * - `unsent`: more waits to be sent than can be kept.
 * - `impossible`: the host's browser cannot.
 */
export const recordingFailures = ['disk-full', 'too-much', 'unsent', 'impossible'] as const;
export type RecordingFailure = (typeof recordingFailures)[number];

/** - `withdrawn`: no longer allowed by all customers who are present. */
export const recordingEnds = ['stopped', 'withdrawn', 'session-ended', ...recordingFailures] as const;
export type RecordingEnd = (typeof recordingEnds)[number];

export interface Recording {
  /** The id of the `recording.start`. */
  id: string;
  /** Relay's time, ms since 1970. */
  startedAt: number;
  isAutomatic: boolean;
  /** Who leads, and has led, while it was not over: they alone record. */
  writers: readonly ParticipantId[];
  phase: 'on' | 'paused' | 'off';
  /** When this phase began, relay's time; of `off` it is the end. */
  since: number;
  /** ms that were recorded before this phase. */
  ranMs: number;
  /** Null before the end. */
  end: RecordingEnd | null;
}

const ofRecording = { recordingId: commandIdSchema };

export const recordingActions = [
  /** Its id is the recording's. */
  v.strictObject({ type: v.literal('recording.start'), id: commandIdSchema }),
  v.strictObject({ type: v.literal('recording.pause'), id: commandIdSchema, ...ofRecording }),
  v.strictObject({ type: v.literal('recording.resume'), id: commandIdSchema, ...ofRecording }),
  v.strictObject({ type: v.literal('recording.stop'), id: commandIdSchema, ...ofRecording }),
  v.strictObject({
    type: v.literal('recording.fail'),
    id: commandIdSchema,
    ...ofRecording,
    code: v.picklist(recordingFailures),
  }),
] as const;

export const recordingFacts = [
  v.strictObject({ type: v.literal('recording.started'), ...ofRecording, isAutomatic: v.boolean() }),
  v.strictObject({ type: v.literal('recording.paused'), ...ofRecording }),
  v.strictObject({ type: v.literal('recording.resumed'), ...ofRecording }),
  v.strictObject({ type: v.literal('recording.stopped'), ...ofRecording }),
  v.strictObject({ type: v.literal('recording.failed'), ...ofRecording, code: v.picklist(recordingFailures) }),
] as const;

/** The one that is on or paused, or null. */
export const openRecording = ({ recordings }: { recordings: readonly Recording[] }): Recording | null =>
  recordings.find(({ phase }) => phase !== 'off') ?? null;

/** How much of it has been recorded, ms. */
export const recordedMs = ({ phase, ranMs, since }: Recording, now: number): number =>
  ranMs + (phase === 'on' ? Math.max(0, now - since) : 0);
