import * as v from 'valibot';

/** Where bytes are kept that are no rows: in a folder, or in a bucket of S3 or of what speaks like it. */
export type BlobSettings =
  | { kind: 'folder'; folder: string }
  | {
      kind: 's3';
      bucket: string;
      region: string;
      /** Undefined: Amazon's own. */
      endpoint: string | undefined;
      /** Undefined: what the machine itself may do. */
      credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
    };

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const httpUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//));

export const blobVariables = {
  BESIDE_S3_BUCKET: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/))),
  BESIDE_S3_REGION: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), 'us-east-1'),
  BESIDE_S3_ENDPOINT: v.optional(httpUrl),
  BESIDE_S3_KEY: v.optional(text),
  BESIDE_S3_SECRET: v.optional(text),
};

interface Given {
  BESIDE_S3_BUCKET?: string | undefined;
  BESIDE_S3_REGION: string;
  BESIDE_S3_ENDPOINT?: string | undefined;
  BESIDE_S3_KEY?: string | undefined;
  BESIDE_S3_SECRET?: string | undefined;
}

export function blobSettings(given: Given, folder: string): BlobSettings {
  const { BESIDE_S3_BUCKET: bucket, BESIDE_S3_KEY: accessKeyId, BESIDE_S3_SECRET: secretAccessKey } = given;
  if (bucket === undefined) return { kind: 'folder', folder };
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return { kind: 's3', bucket, region: given.BESIDE_S3_REGION, endpoint: given.BESIDE_S3_ENDPOINT, credentials };
}
