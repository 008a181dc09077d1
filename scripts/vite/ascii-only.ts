import type { Plugin } from 'vite';

const escape = (source: string) =>
  source.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Chromium refuses extension scripts with noncharacters such as U+FFFE ("It isn't UTF-8 encoded"). */
export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = escape(file.code);
        }
      },
    },
  };
}
