import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseWith } from '../../shared/protocol/codec.ts';
import { hostManifest } from './host-manifest.ts';
import { codeFile, type Receipt, receiptFile, sha256Of } from './install.ts';
import type { Places } from './places.ts';
import { registry } from './registry.ts';

const receiptSchema = v.object({ version: v.string(), sha256: v.string() });

export interface Status {
  /** Null: not installed. */
  installed: Receipt | null;
  /** The program is the one that was installed. */
  untouched: boolean;
  browsers: { browser: string; ok: boolean }[];
}

export function statusOf(places: Places): Status {
  const receipt = readReceipt(places);
  const code = codeFile(places);
  return {
    installed: receipt,
    untouched: receipt !== null && existsSync(code) && sha256Of(code) === receipt.sha256,
    browsers: places.browsers.map(({ browser, kind, manifest, registryKey }) => ({
      browser,
      ok:
        existsSync(manifest) &&
        readFileSync(manifest, 'utf8') === hostManifest(kind, places.program) &&
        (registryKey === null || registry.get(registryKey) === manifest),
    })),
  };
}

function readReceipt(places: Places): Receipt | null {
  const file = receiptFile(places);
  const parsed = existsSync(file) ? parseWith(receiptSchema, readFileSync(file, 'utf8')) : null;
  return parsed?.ok ? parsed.message : null;
}
