import { existsSync, readFileSync } from 'node:fs';
import { filesIn } from './files-in.ts';

/** Throws one line for each thing a browser would refuse the built extension for. */
export function verifyExtension(folder: string): void {
  const text = readFileSync(`${folder}/manifest.json`, 'utf8');
  const faults = [
    ...namedFiles(JSON.parse(text))
      .filter((file) => !existsSync(`${folder}/${file}`))
      .map((file) => `manifest names ${file}, which is not there`),
    ...missingMessages(folder, text),
    ...filesIn(folder).flatMap((file) => fileFaults(folder, file)),
  ];
  if (faults.length > 0) throw new Error(`${folder} cannot be loaded: ${faults.join('; ')}`);
}

/** Every string of the manifest that looks like a path of a file in the extension. */
function namedFiles(value: unknown): string[] {
  if (typeof value === 'string') return /^[\w./-]+\.(?:js|html|json|png|css)$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(namedFiles);
}

function missingMessages(folder: string, manifest: string): string[] {
  const names = [...manifest.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');
  return ['en', 'cs'].flatMap((language) => {
    const file = `${folder}/_locales/${language}/messages.json`;
    if (!existsSync(file)) return [`_locales has no ${language}`];
    const messages: object = JSON.parse(readFileSync(file, 'utf8')) as object;
    return names.filter((name) => !(name in messages)).map((name) => `${language} has no message ${name}`);
  });
}

function fileFaults(folder: string, file: string): string[] {
  if (!/\.(?:js|html)$/.test(file)) return [];
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  if (file.endsWith('.js')) return /[^\0-\x7f]/.test(text) ? [`${file} is not ASCII`] : [];
  return /<script(?![^>]*\bsrc=)[^>]*>\s*\S/.test(text) ? [`${file} has an inline script`] : [];
}
