import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { decodeAsset } from '../../../shared/browser/cobrowse/assets/asset-wire.ts';
import { createSendQueue } from '../../../shared/browser/cobrowse/assets/send-queue.ts';
import type { Channel, Link, LinkPath } from '../../../shared/browser/link/contract.ts';
import { limits } from '../../../shared/protocol/limits.ts';

function createTestLink() {
  const unsent = { mirror: 0, asset: 0 };
  const isOurs = (channel: Channel): channel is 'mirror' | 'asset' => channel === 'mirror' || channel === 'asset';
  const drained = new Map<Channel, () => void>();
  const pieces: string[] = [];
  const link: Link = {
    send(channel, message) {
      if (isOurs(channel)) unsent[channel] += message.length;
      const header = decodeAsset(message)?.header;
      if (header?.type === 'asset.piece') pieces.push(`${header.hash[0]}@${header.at}`);
    },
    receive() {},
    unsent: (channel) => (isOurs(channel) ? unsent[channel] : 0),
    onDrained: (channel, handler) => void drained.set(channel, handler),
    onFresh() {},
    clear: (channel) => void (isOurs(channel) && (unsent[channel] = 0)),
    path: signal<LinkPath>('direct'),
    roundTripMs: signal(null),
    words: signal(null),
  };
  const drain = (channel: 'mirror' | 'asset') => {
    unsent[channel] = 0;
    drained.get(channel)?.();
  };
  return { link, unsent, drain, pieces };
}

const hash = (letter: string) => letter.repeat(64);
const bytes = (count: number) => new Uint8Array(count);
const piece = 256 * 1024;

test('what is seen goes before what is not, even when that has begun', () => {
  const { link, drain, pieces } = createTestLink();
  const queue = createSendQueue(link);
  queue.send(hash('a'), bytes(4 * piece), 3);
  queue.send(hash('b'), bytes(piece), 2);
  expect(pieces).toEqual(['a@0', `a@${piece}`]);
  drain('asset');
  drain('asset');
  expect(pieces.slice(2)).toEqual(['b@0', `a@${2 * piece}`, `a@${3 * piece}`]);
});

test('while the mirror is behind not one piece leaves', () => {
  const { link, unsent, drain, pieces } = createTestLink();
  const queue = createSendQueue(link);
  unsent.mirror = limits.bufferedHighBytes;
  queue.send(hash('a'), bytes(10), 0);
  expect(pieces).toEqual([]);
  drain('mirror');
  expect(pieces).toEqual(['a@0']);
});

test('who asks for what is under way gets it from the beginning', () => {
  const { link, drain, pieces } = createTestLink();
  const queue = createSendQueue(link);
  queue.send(hash('a'), bytes(3 * piece), 0);
  queue.send(hash('a'), bytes(3 * piece), 0);
  drain('asset');
  drain('asset');
  expect(pieces).toEqual(['a@0', `a@${piece}`, 'a@0', `a@${piece}`, `a@${2 * piece}`]);
});

test('the same bytes are queued once, and none leave after the end', () => {
  const { link, unsent, drain, pieces } = createTestLink();
  const queue = createSendQueue(link);
  unsent.mirror = limits.bufferedHighBytes;
  queue.send(hash('a'), bytes(10), 0);
  queue.send(hash('a'), bytes(10), 0);
  queue.send(hash('b'), bytes(10), 1);
  queue.drop(hash('b'));
  drain('mirror');
  expect(pieces).toEqual(['a@0']);
  unsent.mirror = limits.bufferedHighBytes;
  queue.send(hash('c'), bytes(10), 0);
  queue.stop();
  drain('mirror');
  queue.say({ type: 'asset.failed', documentId: 'A'.repeat(22), frame: 0, assets: [1], code: 'too-big' });
  expect(pieces).toEqual(['a@0']);
  expect(unsent.asset).toBe(0);
});
