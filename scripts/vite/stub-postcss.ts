import type { Plugin } from 'vite';

/** rrweb's bundle loads both its copies of postcss at once and reads all their exports, which keeps them in any bundle. */
const load = /^var (import_postcss(?:\$1)?) = \/\* @__PURE__ \*\/ (__toESM(?:\$1)?\([\s\S]*?\n\}\)\)\)\(\), 1\));$/gm;
const idleRead = /^import_postcss(?:\$1)?\.default(?:\.\w+)?;$/gm;
const usedRead = /^var (\w+) = (import_postcss(?:\$1)?\.default);$/gm;

/** The same source, in which postcss falls out where nothing calls it. Throws when rrweb's shape has changed. */
export function loosenPostcss(source: string): string {
  const loads = source.match(load)?.length ?? 0;
  if (loads !== 2) throw new Error(`rrweb carries postcss ${loads} times, not twice: look at stub-postcss.ts`);
  const pure = (name: string, value: string) => `var ${name} = /* @__PURE__ */ (() => ${value})();`;
  return source
    .replace(load, (_all, name: string, value: string) => pure(name, value))
    .replace(idleRead, '')
    .replace(usedRead, (_all, name: string, value: string) => pure(name, value));
}

/** Leaves postcss out of the recorder, which never calls it: 59 kB gzipped become 23 kB. */
export function stubPostcss(): Plugin {
  return {
    name: 'stub-postcss',
    apply: 'build',
    transform(code, id) {
      return id.endsWith('/rrweb/dist/rrweb.js') ? { code: loosenPostcss(code), map: null } : null;
    },
  };
}
