import * as v from 'valibot';

/**
 * - `never`: no session is recorded.
 * - `by-host`: the host asks, the customer allows.
 * - `automatic`: begins by itself as soon as the customer has answered the question that comes first; the host can
 *   neither leave it out nor pause it.
 */
export const recordingModes = ['never', 'by-host', 'automatic'] as const;

export const recordingRuleSchema = v.strictObject({
  mode: v.picklist(recordingModes),
  /** Of an automatic recording. True: who says no is helped without one. False: who says no leaves. */
  customerMayRefuse: v.boolean(),
});
export type RecordingRule = v.InferOutput<typeof recordingRuleSchema>;

/** Of a site that has decided nothing, and of sessions from before there were rules. */
export const ordinaryRule: RecordingRule = { mode: 'by-host', customerMayRefuse: true };
