import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import { createPrivacy } from '../../../shared/browser/cobrowse/filter/privacy.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { articleOf } from '../../lab/article.ts';

/** Pages of a shop, and texts that nobody here wrote. */
const pages = [
  ...['index', 'cart', 'checkout', 'login', 'thanks'].map((name) => `demo/shop/${name}.html`),
  ...(
    'ws yargs chai acorn pg pino jose nanoid debug css-select tinybench fast-check postcss kysely prom-client ' +
    'simple-peer zod fflate'
  )
    .split(' ')
    .map((name) => `node_modules/${name}/README.md`),
];

function open(html: string): Document {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const doc = frame.contentDocument as Document;
  doc.documentElement.innerHTML = html.replace(/<script[\s\S]*?<\/script>/g, '');
  return doc;
}

/** Words that people read, each as it stands in the page and as it leaves. */
function wordsOf(doc: Document): { all: number; kept: number; lost: string[] } {
  const privacy = createPrivacy({ policy: defaultPrivacyPolicy, doc, asset: () => null });
  let all = 0;
  let kept = 0;
  const lost: string[] = [];
  const walk = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node as Text;
    if (/^(?:style|textarea)$/.test(text.parentElement?.localName ?? '')) continue;
    const left = new Set(privacy.text(text).split(/\s+/));
    // Mail addresses are meant to be hidden.
    for (const word of text.data.split(/\s+/)) {
      if (word === '' || /\S@\S+\./.test(word)) continue;
      all += word.length;
      if (left.has(word)) kept += word.length;
      else lost.push(word);
    }
  }
  privacy.stop();
  return { all, kept, lost };
}

test('there are twenty pages to read', () => {
  expect(pages.length).toBeGreaterThanOrEqual(20);
});

test.each(pages)('the plain text of %s can be read, but for one hundredth', async (file) => {
  const text = await commands.readFile(file);
  const html = file.endsWith('.md') ? articleOf(text) : text;
  const { all, kept, lost } = wordsOf(open(html));
  expect(all).toBeGreaterThan(100);
  expect(kept / all, lost.slice(0, 40).join(' ')).toBeGreaterThanOrEqual(0.99);
});
