import { test } from 'vitest';
import { startSession } from './session.ts';
import { channels, leakPage, leaksIn, playLeakPage } from '../../fixtures/leaks/leak-page.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
const raw = (root: ParentNode & Node): string => {
  let out = '';
  for (const sheet of [...((root as Document).styleSheets ?? []), ...((root as Document).adoptedStyleSheets ?? [])]) try { out += [...sheet.cssRules].map((r) => r.cssText).join('\n'); } catch {}
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let n: Node | null = root; n; n = walk.nextNode()) {
    out += ' ' + (n.nodeValue ?? '');
    if (n.nodeType === 1) {
      const e = n as HTMLInputElement;
      out += [...e.attributes].map((a) => a.name + a.value).join(' ') + ' ' + String(e.value);
      if (e.shadowRoot) out += raw(e.shadowRoot);
      if (e.localName === 'iframe') try { out += raw((e as any).contentDocument); } catch {}
      if (e.localName === 'template') out += raw((e as any).content);
    }
  }
  return out;
};
test.each(['assist','strict'] as const)('%s', async (level) => {
  const session = await startSession(leakPage(), { policy: { ...defaultPrivacyPolicy, level } });
  await playLeakPage(session.page.doc, session.page.win);
  await session.until((now) => now.body.textContent);
  await new Promise((r) => setTimeout(r, 1500));
  const all = new Set(leaksIn(raw(session.page.doc) + session.page.doc.URL).map((l) => l.name));
  console.log('not in page', channels.filter((c) => !all.has(c.name)).map((c) => c.name));
  const wire = session.wire();
  const leaks = leaksIn(wire);
  console.log(level, wire.length, JSON.stringify(session.host.stats), 'never', leaks.filter((l) => l.kind === 'never').map((l) => l.name), 'other', leaks.filter((l) => l.kind === 'other').length, leaks.filter((l) => l.kind === 'other').map((l) => l.name + channels.find((c) => c.name===l.name)?.secret));
  const d = session.page.doc.querySelectorAll('*').length, m = session.mirror().querySelectorAll('*').length;
  console.log(d, m, session.mirror().body.textContent?.replace(/\s+/g, ' ').slice(0, 3000));
}, 60_000);
