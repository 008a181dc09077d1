import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseWith } from '../../shared/protocol/codec.ts';
import { type ManagerDownload, managerListFile, managerListSchema } from '../../shared/protocol/manager-downloads.ts';

/** Writes a download and puts it on the list of the folder, in place of an older one of that name. */
export function addManager(
  folder: string,
  about: Omit<ManagerDownload, 'bytes' | 'sha256'>,
  content: Uint8Array,
): void {
  const list = `${folder}/${managerListFile}`;
  const read = existsSync(list) ? parseWith(managerListSchema, readFileSync(list, 'utf8')) : null;
  const others = read?.ok ? read.message.filter(({ file }) => file !== about.file) : [];
  const sha256 = createHash('sha256').update(content).digest('hex');
  const entry = v.parse(managerListSchema.item, { ...about, bytes: content.length, sha256 });
  writeFileSync(`${folder}/${about.file}`, content);
  writeFileSync(list, `${JSON.stringify([...others, entry], null, 2)}\n`);
}
