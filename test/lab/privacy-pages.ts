import fc from 'fast-check';
import { createPrivacy } from '../../shared/browser/cobrowse/filter/privacy.ts';
import { defaultPrivacyPolicy, type PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';

/** Without vowels: no four of them in a row are in any word of the page or of the filter. */
const letters = [...'bcdfghjklmnpqrstvwxz23456789BCDFGHJKLMNPQRSTVWXZ'];
const secretText = fc
  .string({ unit: fc.constantFrom(...letters, '-', '_', '!', ' ', 'é', '.'), minLength: 8, maxLength: 40 })
  .map((text) => `7k${text.trim().replace(/[ .]{2,}/g, ' ')}x9`);
const word = fc.constantFrom('open', 'area', 'title', 'menu', 'value', 'one', 'page', 'idea', 'over', 'use');

type Level = PrivacyPolicy['level'];

/** Where a secret may lie, whatever the level; `$` stands for it. */
const neverPlaces = [
  '<input type="password" value="$">',
  '<input type="hidden" value="$">',
  '<input autocomplete="cc-csc" value="$">',
  '<input name="pin" value="$">',
  '<label>Heslo <input value="$"></label>',
  '<textarea name="passwort">$</textarea>',
  '<!--$-->',
  '<script type="text/x">$</script>',
  '<template>$</template>',
  '<noscript>$</noscript>',
  '<meta name="csrf" content="$">',
  '<a href="/use?t=$">one</a>',
  '<a href="https://a.example/open#$">one</a>',
  '<form action="/do?$"></form>',
  '<img src="/i.png?$" srcset="/j.png?$ 2x">',
  '<b onclick="$" nonce="$" x="$">one</b>',
  '<style>/* $ */ b { background: url("/b.png?$") }</style>',
];
/** Copies of what a password field holds. */
const copies = [
  '<b>$</b>',
  '<b title="$">one</b>',
  '<b aria-label="open $ page">one</b>',
  '<b data-a="$">one</b>',
  '<b class="$">one</b>',
  '<b id="$">one</b>',
  '<style>b::before { content: "$" }</style>',
  '<style>[data-a="$"] { --a: "$" }</style>',
  '<b style="--a: \'$\'">one</b>',
  '<option label="$">$</option>',
  '<my-tag value="$" label="$">one</my-tag>',
  '<svg><text>$</text><title>$</title></svg>',
];
/** All that a strict page must not tell. */
const words = [
  '<p>$</p>',
  '<h1 title="$">page <i>$</i></h1>',
  '<div contenteditable>$</div>',
  '<img alt="$">',
  '<li class="a-$" id="b-$">$</li>',
];

const escape = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const wrap = fc.constantFrom(
  '$',
  '<div>$</div>',
  '<ul><li>$</li></ul>',
  '<section class="menu"><p>one</p>$</section>',
  '<table><td>$</table>',
);

function pageOf(level: Level) {
  const place = fc.oneof(
    fc.constantFrom(...neverPlaces),
    fc.constantFrom(...copies).map((copy) => `${copy}<input type="password" value="$">`),
    fc.constantFrom(...copies).map((copy) => `<input type="password" value="$">${copy}`),
    ...(level === 'strict' ? [fc.constantFrom(...words)] : []),
  );
  const part = fc.tuple(wrap, place, secretText, word).map(([around, markup, secret, text]) => ({
    secret,
    html: `${text} ${around.replace('$', () => markup.replaceAll('$', () => (/^<style|^<script|^<!--/.test(markup) ? secret : escape(secret))))}`,
  }));
  return fc.array(part, { minLength: 1, maxLength: 8 });
}

/** All that the filter lets out of a document, as one text. */
function outOf(doc: Document, level: Level): string {
  const privacy = createPrivacy({ policy: { ...defaultPrivacyPolicy, level }, doc, asset: () => 'asset:1' });
  const parts: string[] = [];
  const stack: Node[] = [doc.documentElement];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === 3) parts.push(privacy.text(node as Text));
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (privacy.treatment(element) !== 'show') continue;
    parts.push(JSON.stringify(privacy.attributes(element)), JSON.stringify(privacy.field(element)));
    if (element.localName === 'style') parts.push(privacy.css(element.textContent ?? '', doc.baseURI));
    else for (const child of element.childNodes) stack.push(child);
  }
  privacy.stop();
  return parts.join('\n');
}

/** Four characters of it, wherever they stand. */
function seenOf(secret: string, out: string): string | null {
  const lower = secret.toLowerCase();
  for (let at = 0; at + 4 <= lower.length; at++) {
    const piece = lower.slice(at, at + 4);
    if (!/[\s.!_-]/.test(piece) && out.includes(piece)) return piece;
  }
  return null;
}

/** Throws with the page that tells a secret. */
export function checkRandomPages(level: Level, numRuns: number, seed?: number): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const doc = frame.contentDocument as Document;
  try {
    fc.assert(
      fc.property(pageOf(level), (parts) => {
        doc.documentElement.innerHTML = `<head></head><body>${parts.map(({ html }) => html).join('')}</body>`;
        const out = outOf(doc, level).toLowerCase();
        for (const { secret } of parts) {
          const seen = seenOf(secret, out);
          if (seen !== null) throw new Error(`${seen} of ${secret} left: ${out}`);
        }
      }),
      { numRuns, ...(seed !== undefined && { seed }) },
    );
  } finally {
    frame.remove();
  }
}
