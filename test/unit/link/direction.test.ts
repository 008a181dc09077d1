import { expect, test } from 'vitest';
import { type Channel, channels } from '../../../shared/browser/link/contract.ts';
import { turnedLink } from '../../../shared/browser/link/direction.ts';
import { createMemoryLinks } from '../../lab/memory-link.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ofOnePage = ['control', 'pointer', 'mirror', 'asset'] as const;

test('[L7] what is said of one page is not heard by who watches the other', async () => {
  const [host, customer] = createMemoryLinks();
  const heard: string[] = [];
  for (const [page, link] of Object.entries({ 'customer’s': customer, 'host’s': turnedLink(customer) })) {
    for (const channel of ofOnePage) {
      link.receive(channel, (message) => void heard.push(`${page} ${channel}: ${new TextDecoder().decode(message)}`));
    }
  }
  for (const channel of ofOnePage) {
    host.send(channel, bytes('of yours'));
    turnedLink(host).send(channel, bytes('of mine'));
  }
  await expect.poll(() => heard.length).toBe(8);
  expect(heard).toEqual(
    ofOnePage.flatMap((channel) => [`customer’s ${channel}: of yours`, `host’s ${channel}: of mine`]),
  );
});

test('turned twice, a link is as it was, and it shares path and words', () => {
  const [host] = createMemoryLinks();
  const turned = turnedLink(host);
  for (const channel of channels) turnedLink(turned).send(channel, bytes('x'));
  expect(host.sent.map(({ channel }): Channel => channel)).toEqual([...channels]);
  expect(turned.path).toBe(host.path);
  expect(turned.words).toBe(host.words);
});
