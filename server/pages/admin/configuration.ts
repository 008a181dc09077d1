import type { Branding } from '../../../shared/protocol/branding.ts';
import type { FilePolicy } from '../../../shared/protocol/file-policy.ts';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import type { RecordingPolicy } from '../../../shared/recording/recording-policy.ts';
import type { Inbound } from '../../../shared/queue/inbound.ts';

/** All that the admin decides for the site and that could be carried to another. */
export interface Configuration {
  inbound: Inbound;
  /** Edited on a page of its own; here it comes and goes with a file. */
  policy: PrivacyPolicy;
  branding: Branding;
  recording: RecordingPolicy;
  files: FilePolicy;
}

export const parts = ['inbound', 'policy', 'branding', 'recording', 'files'] as const;
export type Part = (typeof parts)[number];
