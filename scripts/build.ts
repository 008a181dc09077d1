import { fileURLToPath } from 'node:url';
import { buildAll } from './build/build-all.ts';

const out = process.env['BESIDE_OUT'] ?? fileURLToPath(new URL('../dist', import.meta.url));
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

try {
  for (const { name, bytes, gzippedBytes } of await buildAll({ out, publicUrl: process.env['BESIDE_PUBLIC_URL'] })) {
    process.stdout.write(`${kilobytes(bytes)}  ${kilobytes(gzippedBytes)} gzipped  ${name}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
