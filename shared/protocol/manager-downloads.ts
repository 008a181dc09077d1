import * as v from 'valibot';

/** The list of what the site's build has of the Support Manager; it lies beside the files. */
export const managerListFile = 'downloads.json';
export const managerFileName = /^beside-support-manager-[a-z0-9-]+\.(?:tar\.gz|zip)$/;

export const managerDownloadSchema = v.object({
  file: v.pipe(v.string(), v.regex(managerFileName)),
  system: v.picklist(['linux', 'windows', 'macos']),
  processor: v.picklist(['x64', 'arm64', 'any']),
  /** Whether Node has to be on the computer already. */
  needsNode: v.boolean(),
  experimental: v.boolean(),
  bytes: v.number(),
  sha256: v.pipe(v.string(), v.hash(['sha256'])),
});
export type ManagerDownload = v.InferOutput<typeof managerDownloadSchema>;

export const managerListSchema = v.array(managerDownloadSchema);
