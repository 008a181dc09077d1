import { afterEach, expect, test, vi } from 'vitest';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { press } from './press-in-player.ts';
import { startSession } from './session.ts';

afterEach(() => void vi.useRealTimers());

function hit(session: Awaited<ReturnType<typeof startSession>>, key: string) {
  const field = session.player.frame.contentDocument?.querySelector('#field');
  for (const type of ['keydown', 'keyup'])
    field?.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true }));
}

test('a click and typing at the host act in the page and come back in the mirror', async () => {
  const session = await startSession('<button>Buy</button><input><p></p>', { control: true });
  const { page, host, until } = session;
  page.doc
    .querySelector('button')
    ?.addEventListener('click', () => page.doc.querySelector('p')?.replaceChildren('bought'));
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  press(session, 'button');
  await until((now) => now.querySelector('p')?.textContent === 'bought');

  press(session, 'input');
  for (const letter of 'abc') hit(session, letter);
  await vi.waitUntil(() => page.doc.querySelector('input')?.value === 'abc');
  host.navigate('back');
  await vi.waitUntil(() => page.navigated[0] === 'back');
  expect(host.notice.value).toBe(null);
});

test('a press goes before its ripple, and not after a move to where the pointer is already', async () => {
  const session = await startSession('<button>Buy</button>', { control: true });
  const { host, hostLink } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  const heard = () =>
    hostLink.sent.flatMap(({ channel, message }) => {
      if (channel !== 'pointer' && channel !== 'control') return [];
      const { action, presses } = JSON.parse(new TextDecoder().decode(message)) as {
        action?: string;
        presses?: number;
      };
      return channel === 'pointer' ? [`ripple ${presses}`] : (action ?? []);
    });
  press(session, 'button');
  await vi.waitUntil(() => heard().includes('ripple 1'));
  press(session, 'button');
  await vi.waitUntil(() => heard().includes('ripple 2'));
  expect(heard()).toEqual(['move', 'down', 'up', 'ripple 1', 'down', 'up', 'ripple 2']);
});

test('a list is chosen from in the player and set in the page', async () => {
  const session = await startSession('<select><option>a</option><option>b</option></select>', { control: true });
  const { page, host, player } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  press(session, 'select');
  const options = player.frame.contentDocument?.querySelectorAll<HTMLElement>('#panel option') ?? [];
  expect([...options].map((option) => option.textContent)).toEqual(['a', 'b']);
  const list = options[1]?.parentElement as HTMLSelectElement;
  list.selectedIndex = 1;
  options[1]?.click();
  await vi.waitUntil(() => page.doc.querySelector('select')?.value === 'b');
});

test('without a grant nothing reaches the page', async () => {
  const session = await startSession('<button>Buy</button>');
  const { page, host, customer, hostLink } = session;
  host.control.start();
  press(session, 'button');
  // A host's program that does not wait for the lease to be confirmed.
  const forged = {
    type: 'control.key',
    id: 1,
    lease: 1,
    documentId: newId(),
    seq: 0,
    action: 'down',
    key: 'a',
    code: 'KeyA',
    repeat: false,
    modifiers: { alt: false, ctrl: false, meta: false, shift: false },
  };
  hostLink.send('control', new TextEncoder().encode(JSON.stringify(forged)));
  await vi.waitUntil(() => host.notice.value?.code === 'not-granted');
  expect(host.controls.value).toBe(false);
  expect(customer.controlled.value).toBe('no');
  expect(page.toPage.some(({ type }) => type === 'page.command')).toBe(false);
});

test('a grant that ends stops the very next command', async () => {
  const session = await startSession('<button>Buy</button>', { control: true });
  const { page, host, grant } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  grant.control = false;
  press(session, 'button');
  await vi.waitUntil(() => host.notice.value?.code === 'not-granted');
  expect(page.toPage.some(({ type }) => type === 'page.command')).toBe(false);
});

test("the customer's own hands suspend control, and the host is told", async () => {
  const session = await startSession('<button>Buy</button>', { control: true });
  const { page, host, customer } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  page.say({ type: 'page.own-input' });
  expect(customer.controlled.value).toBe('suspended');
  expect(page.toPage.at(-1)).toEqual({ type: 'page.release' });
  await vi.waitUntil(() => host.suspended.value);
  press(session, 'button');
  expect(page.toPage.some(({ type }) => type === 'page.command')).toBe(false);
  await vi.waitUntil(() => !host.suspended.value, { timeout: limits.ownInputMs + 2_000 });
  expect(customer.controlled.value).toBe('active');
});

test('on another origin control is over for good, and the customer side is told once', async () => {
  const session = await startSession('<button>Buy</button>', { control: true });
  const { page, host, customer, left } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  page.info.value = { title: 'Bank', url: 'https://bank.example/', origin: 'https://bank.example' };
  expect(customer.controlled.value).toBe('no');
  await vi.waitUntil(() => host.notice.value?.code === 'left-origin');
  page.info.value = { title: 'Shop', url: 'https://shop.example/', origin: 'https://shop.example' };
  press(session, 'button');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(page.toPage.some(({ type }) => type === 'page.command')).toBe(false);
  expect(left).toEqual(['left']);
});

test('a host that falls silent loses control within the lease', async () => {
  const session = await startSession('<button>Buy</button>', { control: true });
  const { page, host, customer, hostLink } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  hostLink.send = () => undefined;
  await vi.waitUntil(() => customer.controlled.value === 'no', { timeout: limits.leaseMs + 600 });
  expect(page.toPage.at(-1)).toEqual({ type: 'page.release' });
});

test('what is refused in the page is told to the host', async () => {
  const session = await startSession('<input type="password">', { control: true });
  const { host } = session;
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  press(session, 'input');
  await vi.waitUntil(() => host.notice.value?.code === 'private');
});

test("what the site's policy keeps from control is refused, and the host may have the customer asked", async () => {
  const policy = { ...defaultPrivacyPolicy, rules: [{ selector: '.pay', do: 'no-control' as const }] };
  const session = await startSession('<button class="pay">Pay</button>', { control: true, policy });
  const { page, host, customer, player } = session;
  let presses = 0;
  page.doc.querySelector('button')?.addEventListener('click', () => (presses += 1));
  host.control.start();
  await vi.waitUntil(() => host.controls.value);
  press(session, 'button');
  await vi.waitUntil(() => host.notice.value?.code === 'no-control');
  player.frame.contentDocument?.querySelector<HTMLElement>('#bubble button')?.click();
  await vi.waitUntil(() => customer.asked.value && host.asked.value);
  customer.unmark();
  await vi.waitUntil(() => !host.asked.value);
  expect(presses).toBe(0);
});
