import type { Plugin } from 'vite';

/** rrweb's bundle loads both its copies of postcss at once and reads all their exports, which keeps them in any bundle. */
const load = /^var (import_postcss(?:\$1)?) = \/\* @__PURE__ \*\/ (__toESM(?:\$1)?\([\s\S]*?\n\}\)\)\)\(\), 1\));$/gm;
const idleRead = /^import_postcss(?:\$1)?\.default(?:\.\w+)?;$/gm;
const usedRead = /^var (\w+) = (import_postcss(?:\$1)?\.default);$/gm;
const adapt = /^function adaptCssForReplay\(cssText, cache\) \{[\s\S]*?^\}$/m;

/** The same source without its adapting of style sheets, and so without postcss. Throws when rrweb's shape has changed. */
export function leanRrwebSource(source: string): string {
  const loads = source.match(load)?.length ?? 0;
  if (loads !== 2) throw new Error(`rrweb carries postcss ${loads} times, not twice: look at lean-rrweb.ts`);
  if (!adapt.test(source)) throw new Error('rrweb adapts style sheets in another way: look at lean-rrweb.ts');
  const pure = (name: string, value: string) => `var ${name} = /* @__PURE__ */ (() => ${value})();`;
  return source
    .replace(load, (_all, name: string, value: string) => pure(name, value))
    .replace(idleRead, '')
    .replace(usedRead, (_all, name: string, value: string) => pure(name, value))
    .replace(adapt, 'function adaptCssForReplay(cssText) { return cssText; }');
}

/**
 * rrweb parses each style sheet with postcss to make hover rules work in the replay. Our player does that itself
 * and for focus as well (`play/adapt-css.ts`), in a fraction of the time; so postcss falls out: 60 kB gzipped less.
 */
export function leanRrweb(): Plugin {
  return {
    name: 'lean-rrweb',
    apply: 'build',
    transform(code, id) {
      return id.endsWith('/rrweb/dist/rrweb.js') ? { code: leanRrwebSource(code), map: null } : null;
    },
  };
}
