import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { BlobSettings } from './blob-settings.ts';
import type { Blobs } from './blobs.ts';

/** Insufficient storage: what servers with a quota say. */
const insufficientStorage = 507;
const removersAtOnce = 16;

export function createS3Blobs({ bucket, region, endpoint, credentials }: Extract<BlobSettings, { kind: 's3' }>): Blobs {
  const client = new S3Client({
    region,
    ...(credentials && { credentials }),
    // Others than Amazon have no name for each bucket, and store the checksums of its default in the bytes.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  async function remove(name: string) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
  }

  return {
    async put(name, bytes) {
      try {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: bytes }));
        return { ok: true };
      } catch (error) {
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status === insufficientStorage) return { ok: false, code: 'disk-full' };
        throw error;
      }
    },
    async get(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove,
    async removeAll(folder) {
      const list = new ListObjectsV2Command({ Bucket: bucket, Prefix: `${folder}/` });
      // A thousand at a time, from the front: what was listed is gone by the next look.
      for (let found = await client.send(list); found.Contents?.length; found = await client.send(list)) {
        // One by one: not all that speak like S3 can delete many at once.
        const names = found.Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
        const remover = async () => {
          for (let name = names.pop(); name !== undefined; name = names.pop()) await remove(name);
        };
        await Promise.all(Array.from({ length: removersAtOnce }, remover));
      }
    },
  };
}
