import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Target } from './build-all.ts';
import { filesIn } from './files-in.ts';

export interface Size {
  name: string;
  bytes: number;
  gzippedBytes: number;
}

/** Each target as a whole, its content scripts and what sites embed one by one, and the archives. */
export function sizesOf(out: string, targets: readonly Target[]): Size[] {
  // In the Support Manager's folder its single files may lie, of 100 MB each.
  const folders = targets
    .filter((target) => target !== 'manager')
    .map((target) =>
      sum(
        `${target}/`,
        out,
        filesIn(`${out}/${target}`).map((file) => `${target}/${file}`),
      ),
    );
  const scripts = targets
    .map((target) => `${target}/${target === 'pages' ? 'embed' : 'content'}`)
    .filter((folder) => existsSync(`${out}/${folder}`))
    .flatMap((folder) => filesIn(`${out}/${folder}`).map((file) => `${folder}/${file}`))
    .map((file) => sum(file, out, [file]));
  const archives = ['beside-chrome.zip', 'beside-firefox.xpi', 'manager/beside-support-manager-linux-node.tar.gz']
    .filter((file) => existsSync(`${out}/${file}`))
    .map((file) => sum(file, out, [file]));
  return [...folders, ...scripts, ...archives];
}

function sum(name: string, out: string, files: readonly string[]): Size {
  const contents = files.map((file) => readFileSync(`${out}/${file}`));
  return {
    name,
    bytes: contents.reduce((total, content) => total + content.length, 0),
    gzippedBytes: contents.reduce((total, content) => total + gzipSync(content).length, 0),
  };
}
