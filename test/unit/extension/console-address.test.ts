import { expect, test } from 'vitest';
import {
  consoleFor,
  consoleHash,
  readConsoleHash,
  sessionsHeldAtMost,
} from '../../../extension/platform/console-address.ts';
import { id } from '../session/world.ts';

const [a, b, c] = [id('a'), id('b'), id('c')];
const many = Array.from({ length: sessionsHeldAtMost + 5 }, (_, index) => id(`many${index}`));

test.each([
  { sessions: [], layout: null },
  { sessions: [a], layout: null },
  { sessions: [a, b, c], layout: 'multi' as const },
  { sessions: [b], layout: 'tray' as const },
])('a console with $sessions.length sessions as $layout finds itself again by its address', (address) => {
  expect(readConsoleHash(consoleHash(address))).toEqual(address);
});

test.each([
  ['', { sessions: [], layout: null }],
  [`#${a},..,<b>,${b}`, { sessions: [a, b], layout: null }],
  [`#${a}/sidebar`, { sessions: [a], layout: null }],
  [`#${a},${a}`, { sessions: [a], layout: null }],
  [`#${many.join(',')}`, { sessions: many.slice(0, sessionsHeldAtMost), layout: null }],
])('what is no session and no layout is left out of %j', (hash, address) => {
  expect(readConsoleHash(hash)).toEqual(address);
});

test('[X3] a session is shown in the window that holds it, else in one for several that has room, else in a new one', () => {
  const own = { tabId: 1, address: { sessions: [a], layout: null } };
  const several = { tabId: 2, address: { sessions: [b], layout: 'multi' as const } };
  const full = { tabId: 3, address: { sessions: many.slice(0, sessionsHeldAtMost), layout: 'multi' as const } };
  expect(consoleFor(a, [several, own])).toBe(own);
  expect(consoleFor(c, [own, several])).toBe(several);
  expect(consoleFor(c, [own])).toBeNull();
  expect(consoleFor(c, [full, own])).toBeNull();
});
