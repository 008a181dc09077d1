import { describe, expect, test } from 'vitest';
import { firefoxAddOnId } from '../../../shared/protocol/extension-identity.ts';
import { managerHostName, managerLimits } from '../../../shared/protocol/manager-limits.ts';
import { frameOf } from '../../../manager/wire/frames.ts';
import { grant, hello, startManager } from '../../support/manager/manager-process.ts';

const size = (bytes: number) => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(bytes);
  return head;
};

describe('the Support Manager talks to nobody', () => {
  const text = (value: string) => Buffer.concat([size(Buffer.byteLength(value)), Buffer.from(value)]);
  test.each([
    [
      'with another extension',
      { args: ['chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/'] },
      frameOf({}),
      'unknown-extension',
    ],
    [
      'with another add-on',
      { args: [`/x/${managerHostName}.json`, 'evil@example.com'] },
      frameOf({}),
      'unknown-extension',
    ],
    ['that is no JSON', {}, text('{'), 'message.invalid'],
    ['that says what it does not know', {}, frameOf({ type: 'manager.run', id: 1, command: 'id' }), 'message.invalid'],
    ['that says more than it should', {}, frameOf({ ...hello, id: 1, __proto__: null, extra: 1 }), 'message.invalid'],
    ['that begins without a greeting', {}, frameOf({ type: 'manager.surfaces', id: 1 }), 'message.invalid'],
    ['of another version', {}, frameOf({ ...hello, id: 1, protocol: 999 }), 'other-version'],
    ['that announces too much', {}, size(managerLimits.messageBytes + 1), 'message.too-large'],
  ])('%s', async (_fact, options, bytes, code) => {
    const manager = startManager(options);
    manager.sendBytes(bytes);
    expect((await manager.fact('manager.unfit')).code).toBe(code);
    await manager.ended();
    expect(manager.facts).toHaveLength(1);
  });

  test('as root or administrator', async () => {
    // Whoever runs the tests: the program reads its own rights.
    const manager = startManager({ env: { BESIDE_MANAGER_AS_ROOT: '' } });
    manager.sendBytes(frameOf({ ...hello, id: 1 }));
    const isRoot = process.geteuid?.() === 0;
    expect(await manager.fact(isRoot ? 'manager.unfit' : 'manager.welcomed')).toBeDefined();
    manager.kill();
  });
});

describe('without input it still says what it can', () => {
  test.each([
    ['on Wayland', { display: ':1', env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'wayland'],
    ['on Wayland, by the session’s kind', { display: ':1', env: { XDG_SESSION_TYPE: 'wayland' } }, 'wayland'],
    ['without a display', {}, 'no-display'],
    ['when the display does not answer', { display: ':4711' }, 'no-display'],
  ])('%s', async (_fact, options, noInput) => {
    const manager = startManager({ ...options, args: [`/x/${managerHostName}.json`, firefoxAddOnId] });
    expect(await manager.ask(hello)).toMatchObject({ type: 'manager.welcomed', noInput, clipboard: false });
    const surface = { kind: 'desktop', screen: '1' } as const;
    expect(await manager.ask({ type: 'manager.control', grant, surface })).toMatchObject({ code: 'unsupported' });
    expect(await manager.ask({ type: 'manager.system' })).toMatchObject({ type: 'manager.system-told' });
    manager.child.stdin?.end();
    await manager.ended();
  });
});
