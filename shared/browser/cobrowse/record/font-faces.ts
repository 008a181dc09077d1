import { cssString } from '../filter/css-strings.ts';
import type { Realm } from './css-hooks.ts';

/** What a script has made a face of, if it is text; nothing but this tells, for a face does not say. */
const sources = new WeakMap<FontFace, string>();
const patched = new WeakSet<object>();
const hooks = new Set<(fonts: FontFaceSet) => void>();

/** Hears of fonts that scripts make and put into a document. Once a realm; wrappers stay and do nothing when nobody listens. */
export function hookFonts(win: Realm, changed: (fonts: FontFaceSet) => void): () => void {
  hooks.add(changed);
  if (!patched.has(win)) {
    patched.add(win);
    win.FontFace = new Proxy(win.FontFace, {
      construct(target, args: [string, unknown], newTarget) {
        const face = Reflect.construct(target, args, newTarget) as FontFace;
        if (typeof args[1] === 'string') sources.set(face, args[1]);
        return face;
      },
    });
    const proto = Object.getPrototypeOf(win.document.fonts) as FontFaceSet;
    for (const name of ['add', 'delete', 'clear'] as const) wrap(proto, name);
  }
  return () => void hooks.delete(changed);
}

function wrap(proto: FontFaceSet, name: 'add' | 'delete' | 'clear'): void {
  const original = proto[name] as (...args: unknown[]) => unknown;
  Object.assign(proto, {
    [name](this: FontFaceSet, ...args: unknown[]) {
      const result = original.apply(this, args);
      for (const hook of hooks) hook(this);
      return result;
    },
  });
}

/** The faces that scripts have given to a document, as the rules that would make them. */
export function fontRules(fonts: FontFaceSet): string {
  let rules = '';
  for (const face of fonts) {
    const source = sources.get(face);
    if (source === undefined) continue;
    const { family, style, weight, stretch, unicodeRange, display } = face;
    const name = cssString(family.replace(/^(["'])(.*)\1$/s, '$2'));
    rules += `@font-face{font-family:${name};src:${source};font-style:${style};font-weight:${weight};font-stretch:${stretch};unicode-range:${unicodeRange};font-display:${display}}\n`;
  }
  return rules;
}
