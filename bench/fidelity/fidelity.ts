import { openDisplay } from '../../test/support/display.ts';
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
    const run = (
      customer: 'chromium' | 'firefox',
      hosts: ('chromium' | 'firefox')[],
      peer: 'ours' | 'rrweb' = 'ours',
    ) => lookAtAll({ server, built: built.folder, display: display.name, customer, hosts, peer }, pages, say);
    const crossed = wanted('chromium-firefox');
    const own = await run('chromium', crossed ? ['chromium', 'firefox'] : ['chromium']);
    const rrweb = wanted('chromium-chromium') ? await run('chromium', ['chromium'], 'rrweb') : null;
    const fox = crossed || wanted('firefox-chromium') ? await run('firefox', ['chromium']) : null;

    // What is not the same when opened twice says nothing about a mirror.
    const restless = pages.filter(({ name }) => rrweb && isRestless(own.get(name), rrweb.get(name)));
    if (restless.length > 0)
      say(`fidelity: not the same twice, left out: ${restless.map(({ name }) => name).join(', ')}`);
    const judged = (looks: Map<string, Look>, like: Map<string, Look>, host: 'chromium' | 'firefox'): Verdict[] =>
      pages.flatMap((page) => {
        const [look, model] = [looks.get(page.name), like.get(page.name)];
        if (page.needsExtension || (page.isChromiumOnly && (looks === fox || like === fox))) return [];
        return look && model && !restless.includes(page) ? [judge(page, host, look, model.customer)] : [];
      });
    const session = real ? await lookAtReal(server, pages, say) : null;
    const inSession = (page: CorpusPage): Verdict[] => {
      const [model, hosts] = [own.get(page.name), session?.get(page.name)];
      return model && hosts && !restless.includes(page)
        ? [judge(page, 'chromium', { ...model, hosts }, model.customer)]
        : [];
    };
    const pairs: [name: string, verdicts: Verdict[] | null][] = [
      ['rrweb', rrweb && judged(rrweb, rrweb, 'chromium')],
      ['chromium-chromium', wanted('chromium-chromium') ? judged(own, own, 'chromium') : null],
      ['firefox-chromium', fox && wanted('firefox-chromium') ? judged(fox, own, 'chromium') : null],
      ['chromium-firefox', fox && crossed ? judged(own, fox, 'firefox') : null],
    ];
    if (session) pairs.push(['extension', pages.flatMap(inSession)]);
    const known = pairs.flatMap(([name, verdicts]) => (verdicts ? [{ name, verdicts }] : []));
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

const eachFourthOfForeign = 4;

function isRestless(one: Look | undefined, other: Look | undefined): boolean {
  if (!one || !other) return true;
  return compare(one.customer.png, other.customer.png, one.customer.leftOut).different >= exact;
}
