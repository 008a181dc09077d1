import { expect, test } from 'vitest';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { startSession } from './session.ts';

const valueOf = (mirror: Document, id: string) => mirror.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';

test('what the customer hides goes from the mirror with a fresh snapshot, and nothing of it leaves any more', async () => {
  const { page, until, host, wire } = await startSession('<h1>Shop</h1><p id="debt">You owe 700</p>');
  await until((mirror) => mirror.body.textContent.includes('You owe 700'));
  const { snapshots } = host.stats;
  const before = wire().length;
  page.post({ type: 'page.hide', selectors: ['#debt'] });
  await until((mirror) => !mirror.body.textContent.includes('owe') && mirror.querySelector('[data-beside-blocked]'));
  expect(host.stats.snapshots).toBe(snapshots + 1);
  page.doc.querySelector('#debt')?.replaceChildren('You owe 800');
  page.doc.querySelector('h1')?.append(' open');
  await until((mirror) => mirror.body.textContent.includes('Shop open'));
  expect(wire().slice(before)).not.toMatch(/owe/);
  page.post({ type: 'page.hide', selectors: [] });
  await until((mirror) => mirror.body.textContent.includes('You owe 800'));
});

test('a field may be shown by its customer, but never one for passwords or cards, or one that was', async () => {
  const { page, until, mirror, wire } = await startSession(
    `<input id="city" value="Brno"><input id="secret" type="password" value="green-fingers">
     <input id="card" autocomplete="cc-number" value="4111111111111111"><input id="once" type="password" value="fingers-green">`,
  );
  const once = page.doc.querySelector('#once') as HTMLInputElement;
  once.type = 'text';
  await until((now) => valueOf(now, 'city') !== '');
  expect(valueOf(mirror(), 'city')).not.toBe('Brno');
  page.post({ type: 'page.unmask', selectors: ['#city', '#secret', '#card', '#once'] });
  await until((now) => valueOf(now, 'city') === 'Brno');
  // A policy that shows more forgets nothing.
  page.post({ type: 'page.policy', policy: { ...defaultPrivacyPolicy, level: 'open' } });
  once.setAttribute('title', 'after');
  await until((now) => now.querySelector('#once[title]'));
  for (const secret of ['green-fingers', '4111', 'fingers-green']) expect(wire()).not.toContain(secret);
  page.post({ type: 'page.unmask', selectors: [] });
});

test('pointing at something leaves no trace in the mirror', async () => {
  const { page, until, wire } = await startSession('<h1>Shop</h1>');
  const before = wire().length;
  page.doc.querySelector('h1')?.setAttribute('data-beside-pick', '');
  page.doc.querySelector('h1')?.append('!');
  await until((mirror) => mirror.body.textContent.includes('Shop!'));
  expect(wire().slice(before)).not.toContain('pick');
});

test('what the customer hides, and what a rule keeps from control, no host presses', async () => {
  const { page, until, wire } = await startSession('<main><button>Pay</button></main>', { control: true });
  let presses = 0;
  page.doc.querySelector('button')?.addEventListener('click', () => (presses += 1));
  const node = Number(/"id":(\d+),"tagName":"button"/.exec(wire())?.[1]);
  const documentId = /"documentId":"([^"]+)"/.exec(wire())?.[1] ?? '';
  const modifiers = { alt: false, ctrl: false, meta: false, shift: false };
  let id = 0;
  const press = () =>
    page.post({
      type: 'page.command',
      command: {
        type: 'control.pointer',
        action: 'click',
        id: ++id,
        lease: 1,
        documentId,
        seq: 1_000,
        at: { frame: 0, node, fx: 0.5, fy: 0.5 },
        button: 0,
        count: 1,
        modifiers,
      },
    });
  page.post({ type: 'page.hide', selectors: ['main'] });
  press();
  page.post({ type: 'page.hide', selectors: [] });
  const rule = { selector: 'main', do: 'no-control' as const };
  page.post({ type: 'page.policy', policy: { ...defaultPrivacyPolicy, rules: [rule] } });
  press();
  page.post({ type: 'page.policy', policy: defaultPrivacyPolicy });
  press();
  await until(() => presses > 0);
  expect(presses).toBe(1);
});
