import type { BlobSettings } from './blob-settings.ts';
import type { Blobs } from './blobs.ts';
import { createFolderBlobs } from './folder-blobs.ts';

export async function createBlobs(settings: BlobSettings): Promise<Blobs> {
  if (settings.kind === 'folder') return createFolderBlobs(settings.folder);
  // Half a second and 20 MB of memory, which a relay without S3 does not pay.
  const { createS3Blobs } = await import('./s3-blobs.ts');
  return createS3Blobs(settings);
}
