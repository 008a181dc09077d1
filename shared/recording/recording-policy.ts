import * as v from 'valibot';
import { hostIdSchema, queueIdSchema } from '../queue/names.ts';
import { ordinaryRule, type RecordingRule, recordingRuleSchema } from '../session/recording-rule.ts';

const exceptionsAtMost = 500;

/** `GET` and `PUT /api/recording-policy`: what is recorded, in all of the site and where it is another than there. */
export const recordingPolicySchema = v.strictObject({
  site: recordingRuleSchema,
  queues: v.pipe(
    v.array(v.strictObject({ queueId: queueIdSchema, rule: recordingRuleSchema })),
    v.maxLength(exceptionsAtMost),
  ),
  hosts: v.pipe(
    v.array(v.strictObject({ hostId: hostIdSchema, rule: recordingRuleSchema })),
    v.maxLength(exceptionsAtMost),
  ),
});
export type RecordingPolicy = v.InferOutput<typeof recordingPolicySchema>;

export const ordinaryPolicy: RecordingPolicy = { site: ordinaryRule, queues: [], hosts: [] };

/** What is decided more closely counts: of the host, else of the queue, else of the site. */
export function recordingRuleFor(
  { site, queues, hosts }: RecordingPolicy,
  { hostId, queueId }: { hostId: string; queueId: string | null },
): RecordingRule {
  const ofHost = hosts.find((one) => one.hostId === hostId)?.rule;
  return ofHost ?? queues.find((one) => one.queueId === queueId)?.rule ?? site;
}
