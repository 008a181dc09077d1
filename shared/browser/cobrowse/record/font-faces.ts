import { cssString } from '../filter/css-strings.ts';
import type { Realm } from './css-hooks.ts';
import { wrapMethods } from './wrap-methods.ts';

/** What a script has made a face of, as CSS writes it; nothing but this tells, for a face does not say. */
const sources = new WeakMap<FontFace, string>();
/** What a page makes of bytes stays in memory as long as the page does. */
const mostBytes = 16 * 1024 * 1024;
let bytesLeft = mostBytes;
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
        const source = sourceOf(args[1]);
        if (source !== null) sources.set(face, source);
        return face;
      },
    });
    const proto = Object.getPrototypeOf(win.document.fonts) as FontFaceSet;
    wrapMethods(proto, ['add', 'delete', 'clear'], (fonts) => {
      for (const hook of hooks) hook(fonts);
    });
  }
  return () => void hooks.delete(changed);
}

/** Bytes become a file of the page's own, which travels as its others do. */
function sourceOf(source: unknown): string | null {
  if (typeof source === 'string') return source;
  // Another realm's buffer is no instance of this one's.
  const isBytes = ArrayBuffer.isView(source) || String(source) === '[object ArrayBuffer]';
  if (!isBytes || hooks.size === 0) return null;
  const bytes = new Blob([source as BufferSource]);
  if (bytes.size > bytesLeft) return null;
  bytesLeft -= bytes.size;
  return `url(${URL.createObjectURL(bytes)})`;
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
