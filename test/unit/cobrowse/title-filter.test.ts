import { expect, test } from 'vitest';
import { filterTitle } from '../../../shared/browser/cobrowse/filter/title-filter.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';

const policy = { ...defaultPrivacyPolicy, level: 'assist' as const, privateByDefault: false };

test.each([
  ['assist', 'Inbox (3) – jan.novak@example.com – Mail', 'Inbox (3) – [mail] – Mail'],
  ['open', 'Inbox – jan.novak@example.com', 'Inbox – jan.novak@example.com'],
  ['open', 'Card 4111 1111 1111 1111', 'Card [card]'],
  ['strict', 'Order of Jan Novák', ''],
] as const)('at the level %s the title "%s" leaves as "%s"', (level, title, told) => {
  expect(filterTitle(title, { ...policy, level })).toBe(told);
});

test('where all is private by default, a page has no name', () => {
  expect(filterTitle('Order', { ...policy, privateByDefault: true })).toBe('');
});
