import { type Signal, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAwaitedControl } from '../../../extension/console/awaited-control.ts';
import type { Link, LinkPath } from '../../../shared/browser/link/contract.ts';
import type { ManagerClient } from '../../../shared/browser/manager/manager-client.ts';
import type { OwnManager } from '../../../shared/browser/manager/own-manager.ts';
import { createScreenControl } from '../../../shared/browser/screen/control/screen-control.ts';
import type { ControlledScreen } from '../../../shared/browser/screen/own-screens.ts';
import { type ControlLack, isScreenCommand, screenMessageSchema } from '../../../shared/protocol/screen-control.ts';
import { screenLimits } from '../../../shared/protocol/screen-limits.ts';
import { standInManager } from '../../support/manager/stand-in-manager.ts';

/** The channel `screen` between two, without a network. */
function linkPair() {
  const ends = [0, 1].map(() => ({
    hear: (_bytes: Uint8Array) => {},
    fresh: () => {},
    sent: [] as string[],
  }));
  const links = ends.map((end, index): Link => ({
    send(_channel, message) {
      end.sent.push(new TextDecoder().decode(message));
      ends[1 - index]?.hear(message);
    },
    receive: (_channel, handler) => void (end.hear = handler),
    unsent: () => 0,
    onDrained: () => {},
    onFresh: (handler) => void (end.fresh = handler),
    clear: () => {},
    path: signal<LinkPath>('direct'),
    roundTripMs: signal(null),
    words: signal(null),
  }));
  return { links, ends };
}

let life: AbortController;
beforeEach(() => void (life = new AbortController()));
afterEach(() => life.abort());

function side(link: Link, other: string, tellsAbility: boolean) {
  const lack: Signal<ControlLack | null | undefined> = signal('missing');
  const client: Signal<ManagerClient | null> = signal(null);
  const controlled: Signal<readonly ControlledScreen[]> = signal([]);
  const manager: OwnManager = {
    state: signal({ phase: 'missing' }),
    client,
    program: client,
    lack,
    allow: () => Promise.resolve(),
    downloads: null,
  };
  const control = createScreenControl({
    link: signal(link),
    other: signal(other),
    manager,
    own: { controlled, shown: signal([]) },
    quality: signal(null),
    ahead: signal(null),
    // Node has no pictures to send anything of.
    sendPatches: () => () => undefined,
    isAsked: signal(false),
    tellsAbility,
    signal: life.signal,
  });
  return { control, lack, client, controlled };
}

function setUp() {
  const { links, ends } = linkPair();
  const [toCustomer, toHost] = links;
  const [host_, customer_] = ends;
  if (!toCustomer || !toHost || !host_ || !customer_) throw new Error('A pair has two ends.');
  const host = side(toCustomer, 'customer-customer-cust', false);
  const customer = side(toHost, 'host-host-host-host-ho', true);
  const meet = () => {
    host_.fresh();
    customer_.fresh();
  };
  return { host, customer, meet, atHost: host_, atCustomer: customer_ };
}

test('[C7] the customer’s side says what it lacks and when that changes; the host’s says nothing of itself', () => {
  const { host, customer, meet, atHost } = setUp();
  meet();
  expect(host.control.theirs.value).toEqual({ lack: 'missing', refused: false });
  customer.lack.value = undefined;
  expect(host.control.theirs.value?.lack).toBe('missing');
  customer.lack.value = null;
  expect(host.control.theirs.value?.lack).toBeNull();
  expect(atHost.sent).toEqual([]);
  expect(customer.control.theirs.value).toBeNull();
});

test('[C7] control waits for the Support Manager and is then asked for by itself, once', () => {
  const { host, customer, meet } = setUp();
  const asked: string[] = [];
  const awaited = createAwaitedControl({
    control: host.control,
    ask: (surface) => asked.push(surface),
    signal: life.signal,
  });
  meet();
  awaited.begin('desktop');
  expect(customer.control.isWanted.value).toBe(true);
  // A customer's window that is reloaded hears of it again.
  meet();
  expect(customer.control.isWanted.value).toBe(true);
  expect(asked).toEqual([]);
  customer.lack.value = null;
  expect(asked).toEqual(['desktop']);
  customer.lack.value = 'missing';
  customer.lack.value = null;
  expect(asked).toEqual(['desktop']);
});

test('[C7] a customer who would rather not is not asked until the host asks anew', () => {
  const { host, customer, meet } = setUp();
  const awaited = createAwaitedControl({ control: host.control, ask: () => {}, signal: life.signal });
  meet();
  awaited.begin('application');
  customer.control.refuse();
  expect(customer.control.isWanted.value).toBe(false);
  expect([awaited.surface.value, awaited.refused.value]).toEqual([null, 'application']);
  awaited.begin('application');
  expect(customer.control.isWanted.value).toBe(true);
  expect([awaited.surface.value, awaited.refused.value]).toEqual(['application', null]);
  awaited.end();
  expect(customer.control.isWanted.value).toBe(false);
});

test('[C1] a grant counts for the viewer to whom it was given', async () => {
  const { host, customer, meet } = setUp();
  const stand = standInManager();
  const grant = 'grant-grant-grant-gran';
  const track = { label: 'window:7:0', getSettings: () => ({ width: 400, height: 300 }) };
  const stream = { id: 's1', getVideoTracks: () => [track] } as unknown as MediaStream;
  const given = { grant, surface: 'application', streams: [stream] } as const;
  customer.client.value = stand.client;
  meet();
  customer.controlled.value = [{ ...given, viewer: 'another-host-another-h' }];
  host.control.hands.take({ grant, stream: 's1' });
  await Promise.resolve();
  expect(stand.told).not.toContain('control 7');
  host.control.hands.leave({ grant, stream: 's1' });
  customer.controlled.value = [{ ...given, viewer: 'host-host-host-host-ho' }];
  host.control.hands.take({ grant, stream: 's1' });
  await expect.poll(() => host.control.hands.held.value).toBe(grant);
  host.control.hands.leave({ grant, stream: 's1' });
  expect(stand.told.at(-1)).toBe('end');
});

test('[L10] what is too long or fits no schema says nothing', () => {
  const { customer, meet, atCustomer } = setUp();
  meet();
  const hear = (text: string) => atCustomer.hear(new TextEncoder().encode(text));
  hear(JSON.stringify({ type: 'screen.wanted', on: true, more: 1 }));
  hear(`${' '.repeat(screenLimits.messageBytes)}{"type":"screen.wanted","on":true}`);
  hear('{');
  expect(customer.control.isWanted.value).toBe(false);
  hear('{"type":"screen.wanted","on":true}');
  expect(customer.control.isWanted.value).toBe(true);
});

test('[L10] each type is a command or an answer', () => {
  const types = screenMessageSchema.options.map(({ entries }) => entries.type.literal);
  expect(new Set(types).size).toBe(types.length);
  const command = { type: 'screen.wanted', on: true } as const;
  expect([isScreenCommand(command), isScreenCommand({ type: 'screen.able', lack: null, refused: false })]).toEqual([
    true,
    false,
  ]);
});
