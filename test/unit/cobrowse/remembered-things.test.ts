import { expect, test } from 'vitest';
import type { ChosenThing } from '../../../shared/browser/cobrowse/pick/chosen-thing.ts';
import { createChosenThings, loadHiddenThings } from '../../../shared/browser/cobrowse/pick/chosen-things.ts';
import { isSiteWide } from '../../../shared/browser/cobrowse/pick/site-wide.ts';
import { limits } from '../../../shared/protocol/limits.ts';

const shop = 'https://shop.example';
const here = { page: `${shop}/cart`, frameOrigin: null };
const elsewhere = { page: `${shop}/orders`, frameOrigin: null };
const thing = (selector: string, label = 'Balance 1200'): ChosenThing => ({
  selector,
  label,
  ...here,
  purpose: 'hide',
});

function browser() {
  let session: readonly ChosenThing[] = [];
  let sites: readonly ChosenThing[] = [];
  return {
    sites: () => sites,
    newSession: () => void (session = []),
    open: async () =>
      createChosenThings(
        await loadHiddenThings({
          hiddenThings: () => Promise.resolve(session),
          keepHiddenThings: async (things) => void (session = things),
          sites: { load: () => Promise.resolve(sites), keep: async (things) => void (sites = things) },
        }),
      ),
  };
}

test('what is remembered is hidden in the next session too, and what is not is not', async () => {
  const kept = browser();
  const things = await kept.open();
  things.add([thing('#balance'), thing('main > p:nth-of-type(2)')], 'hide', here);
  const [balance] = things.all.value;
  if (balance) things.remember(balance, true);
  kept.newSession();
  const next = await kept.open();
  expect(next.at(here, 'hide')).toEqual(['#balance']);
});

test('a place with a name counts on the whole site, one by its order on its own page only', async () => {
  const kept = browser();
  const things = await kept.open();
  for (const selector of ['#balance', '#main > p:nth-of-type(2)']) {
    things.add([thing(selector)], 'hide', here);
    const added = things.all.value.at(-1);
    if (added) things.remember(added, true);
  }
  expect(things.at(here, 'hide')).toEqual(['#balance', '#main > p:nth-of-type(2)']);
  expect(things.at(elsewhere, 'hide')).toEqual(['#balance']);
  expect(things.at({ ...elsewhere, page: 'https://other.example/cart' }, 'hide')).toEqual([]);
  expect(['#a >>> #b', '#a >>> p:nth-of-type(1)', '#a > b', 'p'].map(isSiteWide)).toEqual([true, false, false, false]);
});

test('what is written down has no word of what it hides', async () => {
  const kept = browser();
  const things = await kept.open();
  things.add([thing('#balance')], 'hide', here);
  const [balance] = things.all.value;
  if (balance) things.remember(balance, true);
  expect(JSON.stringify(kept.sites())).not.toContain('1200');
  expect(things.all.value.map(({ label }) => label)).toEqual(['Balance 1200']);
});

test('what is shown again is forgotten, and so is what is not to be remembered any more', async () => {
  const kept = browser();
  const things = await kept.open();
  things.add([thing('#a'), thing('#b')], 'hide', here);
  for (const one of things.all.value) things.remember(one, true);
  const [a, b] = things.all.value;
  if (a) things.remove(a);
  expect([things.at(here, 'hide'), kept.sites().map(({ selector }) => selector)]).toEqual([['#b'], ['#b']]);
  if (b) things.remember(b, false);
  expect([things.at(here, 'hide'), kept.sites()]).toEqual([['#b'], []]);
  const next = await kept.open();
  things.remember(thing('#c'), true);
  kept.newSession();
  const [c] = (await kept.open()).all.value;
  expect([c?.selector, next.remembered.value]).toEqual(['#c', []]);
});

test('where nothing can be kept nothing is offered, and there is a limit', async () => {
  const none = createChosenThings(
    await loadHiddenThings({ hiddenThings: () => Promise.resolve([]), keepHiddenThings: () => Promise.resolve() }),
  );
  expect(none.remembered.value).toBe(null);
  none.remember(thing('#a'), true);
  expect(none.remembered.value).toBe(null);
  const kept = browser();
  const things = await kept.open();
  for (let at = 0; at < limits.thingsRemembered + 3; at += 1) things.remember(thing(`#a${at}`), true);
  expect(kept.sites()).toHaveLength(limits.thingsRemembered);
  expect(kept.sites()[0]?.selector).toBe('#a3');
});
