import { openDisplay } from '../../test/support/display.ts';
import type { BrowserKind } from '../../test/support/test-browser.ts';
import type { BenchOptions } from '../options.ts';
import { buildRig } from '../rig/build.ts';
import { startRigServer } from '../rig/server.ts';
import type { Row } from '../row.ts';
import { compare } from './compare.ts';
import { corpus, type CorpusPage } from './corpus.ts';
import { exact, judge, type Verdict } from './judge.ts';
import type { Look } from './look.ts';
import { lookAtAll } from './look-at-all.ts';
import { lookAtReal } from './real.ts';
import { report } from './report.ts';
import { fidelityRows } from './rows.ts';

/** How alike the mirror is to the page: foreign pages and one for each feature, both browsers, rrweb beside. */
export async function benchFidelity(say: (line: string) => void, { only, pair, real }: BenchOptions): Promise<Row[]> {
  const wanted = (name: string) => pair === undefined || pair === name;
  const every = real && only === undefined ? eachFourthOfForeign : 1;
  const pages = corpus().filter(({ name, isFeature }, at) =>
    only === undefined ? isFeature || at % every === 0 : only.test(name),
  );
  say('fidelity: building…');
  const built = await buildRig();
  const server = await startRigServer(built.folder);
  const display = await openDisplay('1500x1000');
  try {
    const run = (customer: BrowserKind, hosts: readonly BrowserKind[], peer: 'ours' | 'rrweb' = 'ours') =>
      lookAtAll({ server, built: built.folder, display: display.name, customer, hosts, peer }, pages, say);
    const hostsOf = (customer: BrowserKind) => kinds.filter((host) => wanted(`${customer}-${host}`));
    // What each pair is compared with is the page in the host's own brand of browser.
    const isNeeded = (kind: BrowserKind) =>
      kinds.some((other) => wanted(`${kind}-${other}`) || wanted(`${other}-${kind}`));
    const looks: Partial<Record<BrowserKind, Map<string, Look>>> = {};
    for (const kind of kinds) if (real || isNeeded(kind)) looks[kind] = await run(kind, hostsOf(kind));
    const own = looks.chromium ?? new Map<string, Look>();
    const rrweb = wanted('chromium-chromium') ? await run('chromium', ['chromium'], 'rrweb') : null;

    // What is not the same when opened twice says nothing about a mirror.
    const restless = pages.filter(({ name }) => rrweb && isRestless(own.get(name), rrweb.get(name)));
    if (restless.length > 0)
      say(`fidelity: not the same twice, left out: ${restless.map(({ name }) => name).join(', ')}`);
    const judged = (of: Map<string, Look> | undefined, host: BrowserKind, isCrossed: boolean): Verdict[] =>
      pages.flatMap((page) => {
        const look = of?.get(page.name);
        const model = isCrossed ? looks[host]?.get(page.name) : look;
        if (page.needsExtension || (page.isChromiumOnly && (isCrossed || host === 'firefox'))) return [];
        return look && model && !restless.includes(page) ? [judge(page, host, look, model.customer)] : [];
      });
    const session = real ? await lookAtReal(server, pages, say) : null;
    const inSession = (page: CorpusPage): Verdict[] => {
      const [model, hosts] = [own.get(page.name), session?.get(page.name)];
      return model && hosts && !restless.includes(page)
        ? [judge(page, 'chromium', { ...model, hosts }, model.customer)]
        : [];
    };
    const known = rrweb ? [{ name: 'rrweb', verdicts: judged(rrweb, 'chromium', false) }] : [];
    for (const customer of kinds)
      for (const host of hostsOf(customer))
        known.push({ name: `${customer}-${host}`, verdicts: judged(looks[customer], host, customer !== host) });
    if (session) known.push({ name: 'extension', verdicts: pages.flatMap(inSession) });
    for (const { name, verdicts } of known) {
      say(`fidelity: ${name}`);
      report(name, verdicts, say);
    }
    return fidelityRows(known);
  } finally {
    await display.close();
    await server.close();
    built.remove();
  }
}

const kinds: readonly BrowserKind[] = ['chromium', 'firefox'];
const eachFourthOfForeign = 4;

function isRestless(one: Look | undefined, other: Look | undefined): boolean {
  if (!one || !other) return true;
  return compare(one.customer.png, other.customer.png, one.customer.leftOut).different >= exact;
}
