import * as v from 'valibot';
import { brandingSchema } from '../../../shared/protocol/branding.ts';
import { filePolicySchema } from '../../../shared/protocol/file-policy.ts';
import { playbackAccessSchema } from '../../../shared/protocol/playback.ts';
import { privacyPolicySchema } from '../../../shared/protocol/privacy-policy.ts';
import { retentionSchema } from '../../../shared/protocol/retention.ts';
import { inboundSchema } from '../../../shared/queue/inbound.ts';
import { recordingPolicySchema } from '../../../shared/recording/recording-policy.ts';
import { goalSchema } from '../../../shared/report/goal.ts';

/** All that the admin decides for the site and that could be carried to another. */
export const configurationSchema = v.object({
  inbound: inboundSchema,
  branding: brandingSchema,
  recording: recordingPolicySchema,
  files: filePolicySchema,
  // Set elsewhere, each by itself; here they come and go with a file.
  policy: privacyPolicySchema,
  retention: retentionSchema,
  goal: goalSchema,
  playback: playbackAccessSchema,
});
export type Configuration = v.InferOutput<typeof configurationSchema>;
/** Some of it. */
export const partsSchema = v.partial(configurationSchema);
export type Parts = v.InferOutput<typeof partsSchema>;
export type Part = keyof Configuration;
export const parts = Object.keys(configurationSchema.entries) as readonly Part[];
