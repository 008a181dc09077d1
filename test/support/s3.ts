import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { freePort } from '../../server/free-port.ts';

/** A server of S3 in this process, with one empty bucket. */
export async function startS3() {
  const folder = mkdtempSync(join(tmpdir(), 'beside-s3-'));
  const port = await freePort();
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    // It reckons that of a list wrong; the others' it has right, and Amazon's client signs them all alike.
    allowMismatchedSignatures: true,
    directory: folder,
    configureBuckets: [{ name: 'beside', configs: [] }],
  });
  await server.run();
  return {
    folder,
    env: {
      BESIDE_S3_BUCKET: 'beside',
      BESIDE_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      BESIDE_S3_KEY: 'S3RVER',
      BESIDE_S3_SECRET: 'S3RVER',
    },
    async stop() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
