import { expect, test, vi } from 'vitest';
import type { MemoryLink } from '../../lab/memory-link.ts';
import { press } from './press-in-player.ts';
import { startSession } from './session.ts';

const html = '<p id="a">first</p><button id="b">Buy</button><img id="i" src="/extension/icons/48.png">';

/** Time for whatever would leave. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

test('[B6] nothing leaves of a page that is not seen; when it is seen again, the host has what happened meanwhile', async () => {
  const session = await startSession(html);
  const { page, customerLink, seen, host } = session;
  await session.until((mirror) => mirror.querySelector<HTMLImageElement>('#i')?.currentSrc.startsWith('blob:'));
  seen.value = false;
  await settle();
  const before = customerLink.sent.length;
  for (let at = 0; at < 20; at += 1) page.doc.querySelector('#a')?.replaceChildren(`change ${at}`);
  await settle();
  expect(customerLink.sent.length).toBe(before);
  expect(session.mirror().querySelector('#a')?.textContent).toBe('first');
  expect(host.phase.value).toBe('live');
  host.refresh();
  await settle();
  expect(customerLink.sent.slice(before).some(({ message }) => message.length > 500)).toBe(false);

  seen.value = true;
  await session.until((mirror) => mirror.querySelector('#a')?.textContent === 'change 19');
  await session.until((mirror) => mirror.querySelector<HTMLImageElement>('#i')?.currentSrc.startsWith('blob:'));
  // The picture is known already.
  expect(customerLink.sent.slice(before).filter(({ channel }) => channel === 'asset')).toEqual([]);
});

test('[B7] a page that is not seen takes no command, and what was pressed on its old picture is stale', async () => {
  const session = await startSession(html, { control: true });
  const { page, hostLink, customerLink, seen, host } = session;
  let pressed = 0;
  page.doc.querySelector('#b')?.addEventListener('click', () => (pressed += 1));
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  press(session, '#b');
  await vi.waitUntil(() => pressed === 1);
  const last = (type: string) =>
    said(hostLink)
      .filter((message) => message.type === type)
      .at(-1);
  const before = last('control.pointer');
  /** The same press, as from a host who has seen nothing since. */
  async function pressAgain(id: number) {
    const again = { ...before, action: 'click', id, lease: last('control.renew')?.lease };
    hostLink.send('control', new TextEncoder().encode(JSON.stringify(again)));
    return vi.waitUntil(() => said(customerLink).find((answer) => answer.id === id)?.code);
  }

  seen.value = false;
  expect(await pressAgain(1_001)).toBe('gone');
  await vi.waitUntil(() => !host.controls.value, 5_000);
  seen.value = true;
  await vi.waitUntil(() => host.controls.value, 5_000);
  expect(await pressAgain(1_002)).toBe('stale');
  expect(pressed).toBe(1);
});

/** What was said on the channel of control. */
const said = ({ sent }: MemoryLink) =>
  sent
    .filter(({ channel }) => channel === 'control')
    .map(({ message }) => JSON.parse(new TextDecoder().decode(message)) as Said);
interface Said {
  type: string;
  id?: number;
  lease?: number;
  code?: string;
}
