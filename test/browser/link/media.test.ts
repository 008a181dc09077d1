import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLink } from '../../../shared/browser/link/create-link.ts';
import { mediaIce } from '../../../shared/browser/link/ice-servers.ts';
import { createMedia, type Media } from '../../../shared/browser/link/media.ts';
import type { StreamLabel } from '../../../shared/protocol/media.ts';
import { createMemoryRelay } from './memory-relay.ts';

const hostId = 'h'.repeat(22);
const customerId = 'c'.repeat(22);
const grant = 'g'.repeat(22);
const desktop: StreamLabel = { kind: 'screen', surface: 'desktop', grant };
const call: StreamLabel = { kind: 'call' };
let ending: AbortController;

beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

function makeSide(relay: ReturnType<typeof createMemoryRelay>, role: 'host' | 'customer', relayOnly = false) {
  const end = new AbortController();
  const signal = AbortSignal.any([ending.signal, end.signal]);
  const initiator = role === 'host';
  const link = createLink({
    client: relay.carriers[initiator ? 0 : 1],
    other: initiator ? customerId : hostId,
    initiator,
    relayOnly: true,
    signal,
  });
  return { link, end, media: createMedia({ link, initiator, ice: () => mediaIce([], !relayOnly), signal }) };
}

async function makePair(relayOnly = false) {
  const relay = createMemoryRelay([hostId, customerId]);
  const host = makeSide(relay, 'host', relayOnly);
  const customer = makeSide(relay, 'customer', relayOnly);
  await until(() => host.link.path.value === 'relay' && customer.link.path.value === 'relay');
  return { relay, host, customer };
}

async function until(done: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const from = performance.now();
  while (!(await done())) {
    if (performance.now() - from > withinMs) throw new Error(`not within ${withinMs} ms: ${done.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Resolves in the very event in which the next connection gets into that state. */
function inState(state: RTCSignalingState): Promise<void> {
  return new Promise((resolve) => {
    const Plain = globalThis.RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Plain {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('signalingstatechange', () => this.signalingState === state && resolve());
      }
    };
    ending.signal.addEventListener('abort', () => (globalThis.RTCPeerConnection = Plain));
  });
}

/** A picture of that colour that moves. */
function picture(colour: string): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 160;
  canvas.height = 120;
  const pen = canvas.getContext('2d');
  let turn = 0;
  const timer = setInterval(() => {
    if (!pen) return;
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 160, 120);
    pen.fillStyle = 'black';
    pen.fillRect((turn += 5) % 160, 50, 10, 10);
  }, 30);
  ending.signal.addEventListener('abort', () => clearInterval(timer));
  return canvas.captureStream(30);
}

/** The colour in the corner of what arrives under that id. */
function colourOf(media: Media) {
  const video = document.body.appendChild(document.createElement('video'));
  video.muted = true;
  const canvas = document.createElement('canvas');
  return async (id: string): Promise<string> => {
    const stream = media.received.peek().find((one) => one.id === id)?.incoming?.stream ?? null;
    if (video.srcObject !== stream) video.srcObject = stream;
    if (!stream) return 'none';
    await video.play().catch(() => undefined);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen || video.videoWidth === 0) return 'waiting';
    pen.drawImage(video, 0, 0, 160, 120);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(5, 5, 1, 1).data;
    return red > 150 && green < 90 ? 'red' : blue > 150 && green < 90 ? 'blue' : 'other';
  };
}

test('each side sends a picture under its label, and the responder’s begins as well as the initiator’s', async () => {
  const { host, customer, relay } = await makePair();
  const red = picture('rgb(255 0 0)');
  const blue = picture('rgb(0 0 255)');
  const seenByHost = colourOf(host.media);
  const seenByCustomer = colourOf(customer.media);
  const stop = new AbortController();
  customer.media.send(red, desktop, stop.signal);
  await until(async () => (await seenByHost(red.id)) === 'red');
  expect(host.media.received.value[0]?.label).toEqual(desktop);

  host.media.send(blue, call, ending.signal);
  await until(async () => (await seenByCustomer(blue.id)) === 'blue');
  expect(customer.media.received.value.map(({ label }) => label)).toEqual([call]);
  expect(await seenByHost(red.id)).toBe('red');

  stop.abort();
  await until(() => host.media.received.value.length === 0, 1_000);
  expect(await seenByCustomer(blue.id)).toBe('blue');
  expect(red.getTracks()[0]?.readyState).toBe('live');
  expect(relay.hasSeen('candidate')).toBe(false);
});

test('a peer that is lost is followed by another with all streams, and other senders', async () => {
  const { host, customer } = await makePair();
  const red = picture('rgb(255 0 0)');
  const seen = colourOf(host.media);
  const senders = customer.media.send(red, desktop, ending.signal);
  await until(async () => (await seen(red.id)) === 'red');
  const [before] = senders.value;
  customer.media.dropPeer();
  await until(() => host.media.received.value[0]?.incoming === null);
  // Still known for what it is.
  expect(host.media.received.value[0]?.label).toEqual(desktop);
  await until(async () => (await seen(red.id)) === 'red');
  await until(() => senders.value.length === 1 && senders.value[0] !== before);
  expect([host.media.phase.value, customer.media.phase.value]).toEqual(['open', 'open']);
});

test('a participant who comes back new is sent what is sent now', async () => {
  const { relay, host, customer } = await makePair();
  const red = picture('rgb(255 0 0)');
  customer.media.send(red, desktop, ending.signal);
  await until(async () => (await colourOf(host.media)(red.id)) === 'red');
  host.end.abort();
  const again = makeSide(relay, 'host');
  const seen = colourOf(again.media);
  await until(async () => (await seen(red.id)) === 'red');
  expect(again.media.received.value).toHaveLength(1);
});

test('the peer goes when nothing is sent any more, and the next picture finds another', async () => {
  const { host, customer } = await makePair();
  const red = picture('rgb(255 0 0)');
  const seen = colourOf(host.media);
  for (let round = 0; round < 3; round += 1) {
    const stop = new AbortController();
    customer.media.send(red, desktop, stop.signal);
    await until(async () => (await seen(red.id)) === 'red');
    stop.abort();
    await until(() => host.media.phase.value === 'off' && customer.media.phase.value === 'off');
  }
});

test('a peer that is kept ready carries the first picture, and goes when nobody needs it', async () => {
  const { host, customer } = await makePair();
  const ready = new AbortController();
  for (const { media } of [host, customer]) media.keepReady(ready.signal);
  await until(() => host.media.phase.value === 'open' && customer.media.phase.value === 'open');
  const phases: string[] = [];
  const follow = effect(() => void phases.push(host.media.phase.value));
  const red = picture('rgb(255 0 0)');
  const seen = colourOf(host.media);
  const stop = new AbortController();
  customer.media.send(red, desktop, stop.signal);
  await until(async () => (await seen(red.id)) === 'red');
  ready.abort();
  expect(await seen(red.id)).toBe('red');
  follow();
  expect(phases).toEqual(['open']);
  stop.abort();
  await until(() => host.media.phase.value === 'off' && customer.media.phase.value === 'off');
});

test('the first picture of either side lies on the line that is ready, without another offer and answer', async () => {
  const { host, customer } = await makePair();
  for (const { media } of [host, customer]) media.keepReady(ending.signal);
  await until(() => host.media.phase.value === 'open' && customer.media.phase.value === 'open');
  const described: string[] = [];
  const plain = RTCPeerConnection.prototype.setLocalDescription;
  RTCPeerConnection.prototype.setLocalDescription = function (description?: RTCLocalSessionDescriptionInit) {
    described.push(description?.type ?? 'any');
    return Reflect.apply(plain, this, [description]) as Promise<void>;
  };
  ending.signal.addEventListener('abort', () => (RTCPeerConnection.prototype.setLocalDescription = plain));
  const red = picture('rgb(255 0 0)');
  const blue = picture('rgb(0 0 255)');
  const stop = new AbortController();
  const senders = customer.media.send(red, desktop, stop.signal);
  host.media.send(blue, desktop, ending.signal);
  const [byHost, byCustomer] = [colourOf(host.media), colourOf(customer.media)];
  await until(async () => (await byHost(red.id)) === 'red' && (await byCustomer(blue.id)) === 'blue');
  expect([senders.value.map(({ track }) => track), described]).toEqual([red.getVideoTracks(), []]);

  // The next one has a line of its own, and what is stopped has left at once.
  const second = picture('rgb(0 0 255)');
  customer.media.send(second, { ...desktop, surface: 'application' }, ending.signal);
  const bySecond = colourOf(host.media);
  await until(async () => (await bySecond(second.id)) === 'blue');
  const [sender] = senders.value;
  stop.abort();
  expect(sender?.track).toBeNull();
  await until(() => host.media.received.value.length === 1);
  const third = picture('rgb(255 0 0)');
  customer.media.send(third, desktop, ending.signal);
  await until(async () => (await byHost(third.id)) === 'red' && (await byCustomer(blue.id)) === 'blue');

  // So has each on the next peer.
  customer.media.dropPeer();
  await until(() => host.media.received.value.every(({ incoming }) => incoming === null));
  await until(
    async () =>
      (await byHost(third.id)) === 'red' &&
      (await bySecond(second.id)) === 'blue' &&
      (await byCustomer(blue.id)) === 'blue',
  );
});

test.each(['host', 'customer'] as const)(
  'a call that the %s sends before the peer is open leaves the next picture its own line',
  async (role) => {
    const pair = await makePair();
    const sender = pair[role].media;
    const other = pair[role === 'host' ? 'customer' : 'host'].media;
    const camera = picture('rgb(255 0 0)');
    const [track] = camera.getVideoTracks();
    if (!track) throw new Error('A canvas has a picture.');
    camera.removeTrack(track);
    const stop = new AbortController();
    const screen = picture('rgb(0 0 255)');
    const [atCall, atScreen] = [colourOf(other), colourOf(other)];
    const seen = inState(role === 'host' ? 'have-local-offer' : 'have-remote-offer');
    for (const { media } of [pair.host, pair.customer]) media.keepReady(ending.signal);
    const inCall = sender.send(camera, call, ending.signal);
    await seen;
    expect(sender.phase.value).toBe('connecting');
    camera.addTrack(track);
    sender.setTrack(camera, 'video', track);
    await until(async () => (await atCall(camera.id)) === 'red');

    const onScreen = sender.send(screen, desktop, stop.signal);
    await until(async () => (await atScreen(screen.id)) === 'blue');
    expect(other.received.value.map(({ label }) => label)).toEqual([call, desktop]);
    const [line] = onScreen.value;
    expect(inCall.value).toHaveLength(1);
    expect(inCall.value).not.toContain(line);
    expect(onScreen.value.map((one) => one.track)).toEqual(screen.getVideoTracks());
    expect(await atCall(camera.id)).toBe('red');
    stop.abort();
    await until(() => other.received.value.length === 1);
    sender.setTrack(camera, 'video', screen.getVideoTracks()[0] ?? null);
    await until(async () => (await atCall(camera.id)) === 'blue');
  },
);

test.each(['host', 'customer'] as const)(
  'pictures that the %s sends before the peer is open: one lies on the ready line, the next on its own',
  async (role) => {
    const pair = await makePair();
    const sender = pair[role].media;
    const other = pair[role === 'host' ? 'customer' : 'host'].media;
    const [red, blue] = [picture('rgb(255 0 0)'), picture('rgb(0 0 255)')];
    const [asRed, asBlue] = [colourOf(other), colourOf(other)];
    const seen = inState(role === 'host' ? 'have-local-offer' : 'have-remote-offer');
    for (const { media } of [pair.host, pair.customer]) media.keepReady(ending.signal);
    await seen;
    const stop = new AbortController();
    sender.send(red, desktop, stop.signal);
    const second = sender.send(blue, { ...desktop, surface: 'application' }, ending.signal);
    expect(sender.phase.value).toBe('connecting');
    await until(async () => (await asRed(red.id)) === 'red' && (await asBlue(blue.id)) === 'blue');
    stop.abort();
    await until(() => other.received.value.length === 1);
    expect(second.value.map((one) => one.track)).toEqual(blue.getVideoTracks());
    expect(await asBlue(blue.id)).toBe('blue');
  },
);

test('a picture that is stopped while it is put on the line that is ready does not come back', async () => {
  const { host, customer } = await makePair();
  for (const { media } of [host, customer]) media.keepReady(ending.signal);
  await until(() => host.media.phase.value === 'open' && customer.media.phase.value === 'open');
  const stop = new AbortController();
  const [sender] = customer.media.send(picture('rgb(255 0 0)'), desktop, stop.signal).value;
  stop.abort();
  const blue = picture('rgb(0 0 255)');
  customer.media.send(blue, desktop, ending.signal);
  const seen = colourOf(host.media);
  await until(async () => (await seen(blue.id)) === 'blue');
  expect(sender?.track).toBeNull();
});

test('what lay on the ready line of a peer that is lost is said to come by its name over the next', async () => {
  const { host, customer } = await makePair();
  for (const { media } of [host, customer]) media.keepReady(ending.signal);
  await until(() => host.media.phase.value === 'open' && customer.media.phase.value === 'open');
  const said: string[] = [];
  const plain = customer.link.send;
  customer.link.send = (channel, bytes) => {
    said.push(new TextDecoder().decode(bytes));
    plain(channel, bytes);
  };
  const red = picture('rgb(255 0 0)');
  customer.media.send(red, desktop, ending.signal);
  const seen = colourOf(host.media);
  await until(async () => (await seen(red.id)) === 'red');
  customer.media.dropPeer();
  await until(() => host.media.received.value[0]?.incoming === null);
  await until(async () => (await seen(red.id)) === 'red');
  const first = (part: string) => said.findIndex((message) => message.includes(part));
  const isReady = said
    .filter((message) => message.includes('media.streams'))
    .map((message) => message.includes('"ready"'));
  expect(isReady).toEqual([true, false]);
  expect(said.findLastIndex((message) => message.includes('media.streams'))).toBeLessThan(first('"answer"'));
});

test('streams that nobody announced, and words of another shape, are ignored', async () => {
  const { host, customer } = await makePair();
  const red = picture('rgb(255 0 0)');
  const blue = picture('rgb(0 0 255)');
  customer.media.send(red, desktop, ending.signal);
  const say = (message: unknown) => customer.link.send('media', new TextEncoder().encode(JSON.stringify(message)));
  const arrived = () => host.media.received.value.filter(({ incoming }) => incoming !== null).length;
  await until(() => arrived() === 1);
  customer.media.send(blue, call, ending.signal);
  await until(() => arrived() === 2);
  say({ type: 'media.streams', streams: [{ id: red.id, label: { ...desktop, surface: 'camera' } }] });
  say({ type: 'media.streams', streams: Array.from({ length: 9 }, () => ({ id: 'a', label: call })) });
  say('not json of ours');
  say({ type: 'media.streams', streams: [{ id: red.id, label: desktop }] });
  await until(() => host.media.received.value.length === 1);
  expect(host.media.received.value[0]?.id).toBe(red.id);
});

test('where only the site’s own way is allowed and there is none, it says so and tries nothing', async () => {
  const { host, customer } = await makePair(true);
  customer.media.send(picture('rgb(255 0 0)'), desktop, ending.signal);
  await until(() => host.media.phase.value === 'impossible');
  expect([customer.media.phase.value, host.media.received.value[0]?.incoming]).toEqual(['impossible', null]);
});

test('what quality is wanted, and where somebody points, arrives', async () => {
  const { host, customer } = await makePair();
  const points: unknown[] = [];
  customer.media.onPoint(({ stream, at }) => points.push([stream, at]));
  host.media.wantQuality('sampling');
  host.media.point('a', { x: 0.5, y: 1 });
  host.media.point('a', { x: 2, y: 0 });
  host.media.point('a', null);
  await until(() => points.length === 2);
  expect(points).toEqual([
    ['a', { x: 0.5, y: 1 }],
    ['a', null],
  ]);
  expect(customer.media.wantedQuality.value).toBe('sampling');
});

test('a track that is taken out, put back and exchanged needs no other connection', async () => {
  const { host, customer } = await makePair();
  const red = picture('rgb(255 0 0)');
  const [redTrack] = red.getVideoTracks();
  const [blueTrack] = picture('rgb(0 0 255)').getVideoTracks();
  if (!redTrack || !blueTrack) throw new Error('A canvas has a picture.');
  const seen = colourOf(host.media);
  const senders = customer.media.send(red, call, ending.signal);
  await until(async () => (await seen(red.id)) === 'red');
  await until(() => senders.value.length === 1);
  const [before] = senders.value;
  const frames = async () => {
    const report = (await host.media.stats()) as ReadonlyMap<string, { framesDecoded?: number }> | null;
    return [...(report?.values() ?? [])].reduce((sum, { framesDecoded = 0 }) => sum + framesDecoded, 0);
  };
  customer.media.setTrack(red, 'video', null);
  await until(async () => {
    const counted = await frames();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return (await frames()) === counted;
  });
  customer.media.setTrack(red, 'video', blueTrack);
  await until(async () => (await seen(red.id)) === 'blue');
  expect(senders.value[0]).toBe(before);

  // The next peer begins with what the stream has by then.
  red.addTrack(blueTrack);
  red.removeTrack(redTrack);
  customer.media.dropPeer();
  await until(() => host.media.received.value[0]?.incoming === null);
  await until(async () => (await seen(red.id)) === 'blue');
});

test('a stream that begins empty is sent as soon as it has a track', async () => {
  const { host, customer } = await makePair();
  const red = picture('rgb(255 0 0)');
  const [track] = red.getVideoTracks();
  if (!track) throw new Error('A canvas has a picture.');
  red.removeTrack(track);
  host.media.send(picture('rgb(0 0 255)'), call, ending.signal);
  customer.media.send(red, call, ending.signal);
  await until(() => customer.media.phase.value === 'open' && host.media.received.value.length === 1);
  red.addTrack(track);
  customer.media.setTrack(red, 'video', track);
  const seen = colourOf(host.media);
  await until(async () => (await seen(red.id)) === 'red');
});

test('what is said in a call arrives, is said again to one who is new, and is gone with the one who said it', async () => {
  const { relay, host, customer } = await makePair();
  const muted = { call: grant, microphone: 'muted', camera: false } as const;
  customer.media.sayCall(muted);
  await until(() => host.media.theirCall.value !== null);
  expect(host.media.theirCall.value).toEqual(muted);
  host.end.abort();
  expect(host.media.theirCall.value).toBeNull();
  const again = makeSide(relay, 'host');
  await until(() => again.media.theirCall.value !== null);
  customer.media.sayCall(null);
  await until(() => again.media.theirCall.value === null);
});
