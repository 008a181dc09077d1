import { globSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { ExtensionBrowser } from './manifest.ts';

/** What the manifest needs beside code and crxjs does not bring: messages, and Chrome's policy schema. */
export function extensionFiles(root: string, browser: ExtensionBrowser): Plugin {
  return {
    name: 'extension-files',
    apply: 'build',
    generateBundle() {
      const add = (from: string, to = from) =>
        this.emitFile({ type: 'asset', fileName: to, source: readFileSync(`${root}${from}`) });
      for (const file of globSync('extension/_locales/*/messages.json', { cwd: root })) {
        const path = file.replaceAll('\\', '/');
        add(path, path.replace(/^extension\//, ''));
      }
      if (browser === 'chrome') add('extension/managed-schema.json');
    },
  };
}
