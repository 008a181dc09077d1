import { readFileSync } from 'node:fs';
import { addManager } from './list-managers.ts';
import { tarGz } from './tar.ts';

const start = '#!/bin/sh\nexec node "$(dirname "$0")/support-manager.mjs" "$@"\n';

/** The Support Manager for Linux without a single file: a script, for a computer that has Node. */
export function packNodeManager(folder: string): void {
  const content = tarGz([
    { name: 'support-manager', content: Buffer.from(start), executable: true },
    { name: 'support-manager.mjs', content: readFileSync(`${folder}/support-manager.mjs`), executable: true },
  ]);
  const file = 'beside-support-manager-linux-node.tar.gz';
  addManager(folder, { file, system: 'linux', processor: 'any', needsNode: true, experimental: false }, content);
}
