import { expect, test } from 'vitest';
import { limits } from '../../../shared/protocol/limits.ts';
import { createProposedTabs, noProposals } from '../../../shared/browser/showing/proposed-tabs.ts';

const origin = 'https://shop.example';

/** Page 1 is shown, and is of the shop. */
function open({ isFull = false, first = noProposals } = {}) {
  const shown = new Set([1]);
  const proposed = createProposedTabs({
    originOf: (pageId) => (shown.has(pageId) ? origin : null),
    isShown: (pageId) => shown.has(pageId),
    add(pageId) {
      if (!isFull) shown.add(pageId);
      return !isFull;
    },
    first,
  });
  const waiting = () => proposed.waiting.value.map(({ pageId }) => pageId);
  return { proposed, shown, waiting };
}
const page = { pageId: 2, openerId: 1, title: 'Offer', origin, isSure: true };

test('[B5] a tab that a shown page opens is proposed, and shown once it is allowed', () => {
  const { proposed, shown, waiting } = open();
  proposed.opened(page);
  expect([waiting(), shown.has(2)]).toEqual([[2], false]);
  proposed.opened({ ...page, title: 'Offer of the day' });
  expect(proposed.waiting.value).toMatchObject([{ title: 'Offer of the day' }]);
  proposed.allow(page);
  expect([waiting(), shown.has(2)]).toEqual([[], true]);
});

test('[B5] what is refused, has closed, or was opened by a page that is not shown is not proposed', () => {
  const { proposed, shown, waiting } = open();
  proposed.opened({ ...page, openerId: 9 });
  expect(waiting()).toEqual([]);
  proposed.opened(page);
  proposed.refuse(page);
  proposed.opened({ ...page, title: 'Again' });
  proposed.opened({ ...page, pageId: 3 });
  proposed.closed(3);
  expect([waiting(), shown.size]).toEqual([[], 1]);
});

test.each([
  ['of another origin', { ...page, origin: 'https://other.example' }],
  ['of which it is not sure that the page has opened it', { ...page, isSure: false }],
])('[B5] a tab %s is proposed although the customer lets pages of the site be shown', (_what, other) => {
  const { proposed, shown, waiting } = open();
  proposed.also.value = true;
  proposed.opened(other);
  expect([waiting(), shown.has(2)]).toEqual([[2], false]);
});

test('[B5] a tab of the same origin is shown at once where the customer has said so', () => {
  const { proposed, shown, waiting } = open();
  proposed.also.value = true;
  proposed.opened(page);
  expect([waiting(), shown.has(2)]).toEqual([[], true]);
});

test('[B5] a page that opens tabs without end has five questions at most, and one that does not fit stays', () => {
  const { proposed, waiting } = open({ isFull: true });
  for (let pageId = 2; pageId < 20; pageId += 1) proposed.opened({ ...page, pageId });
  expect(waiting()).toHaveLength(limits.tabsProposed);
  expect(waiting().at(-1)).toBe(19);
  proposed.allow({ ...page, pageId: 19 });
  expect(waiting()).toContain(19);
});

test('[B9] what waits and what the customer lets pages do is there again, and what became of it meanwhile is told', () => {
  const before = { ...page, openerId: 8 };
  const { proposed, shown, waiting } = open({ first: { also: true, waiting: [before, { ...page, pageId: 3 }] } });
  expect([waiting(), proposed.also.value]).toEqual([[2, 3], true]);
  // What the opener shows is not known yet.
  proposed.opened({ ...before, title: 'Elsewhere', origin: 'https://other.example' });
  expect(proposed.waiting.value[0]).toMatchObject({ title: 'Elsewhere', origin: 'https://other.example' });
  proposed.closed(3);
  shown.add(8);
  proposed.opened(before);
  expect([waiting(), shown.has(2)]).toEqual([[2], false]);
});
