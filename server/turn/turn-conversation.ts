import { randomBytes } from 'node:crypto';
import type { RelayLimits } from '../limits/relay-limits.ts';
import { createTokenBucket } from '../../shared/protocol/token-bucket.ts';
import type { Metrics } from '../metrics.ts';
import type { Allocation } from './allocation.ts';
import type { Allocations } from './allocations.ts';
import { checkCredentials, type Checked, realm } from './check-credentials.ts';
import { encodeChannelData, type TurnFrame } from './frame-splitter.ts';
import { withIntegrity } from './message-integrity.ts';
import { performRequest } from './perform-request.ts';
import { attributes, methods, type TurnFailure } from './stun-codes.ts';
import { decodeStun, encodeStun, type DecodedStun, type StunAttribute, valueOf } from './stun-message.ts';
import { errorCode, notUnderstood, text, uint32, unknownAttributes } from './turn-attributes.ts';
import type { TurnUser } from './turn-credentials.ts';
import { encodeVirtualAddress, virtualPortOf } from './virtual-address.ts';

export interface TurnDeps {
  allocations: Allocations;
  secret: string;
  limits: RelayLimits;
  now: () => number;
  metrics: Metrics;
  /** Null when this one is not in that session; else how to stop watching. `gone` is called when they leave it. */
  admit: (user: TurnUser, gone: () => void) => Promise<(() => void) | null>;
}

export interface Conversation {
  /** Frames are given one after another. False: this is no TURN, end it. */
  hear(frame: TurnFrame): Promise<boolean>;
  /** Without an allocation a connection is of no use. */
  hasAllocation(): boolean;
  end(): void;
}

type Answerable = Extract<Checked, { ok: true }>;
const udp = 17;

/** What one connection may say and is answered. `send` may drop what the other side is too slow to take. */
export function createConversation(deps: TurnDeps, send: (bytes: Buffer) => boolean): Conversation {
  const { allocations, secret, limits, now, metrics } = deps;
  const bucket = createTokenBucket(limits.turnRequestsPerSecond, limits.turnRequestsPerSecond, now);
  const nonce = randomBytes(16).toString('base64url');
  let allocation: Allocation | null = null;
  let unwatch: (() => void) | null = null;
  let ended = false;

  function release(): void {
    if (allocation) {
      allocations.remove(allocation);
      metrics.turnAllocations.dec();
    }
    unwatch?.();
    allocation = null;
    unwatch = null;
  }

  function end(): void {
    ended = true;
    release();
  }

  function answer(request: DecodedStun, failure: TurnFailure | null, more: StunAttribute[], key?: Buffer): void {
    const { method, transaction } = request;
    const kind = failure ? 'error' : 'success';
    const list = failure ? [errorCode(failure), ...more] : more;
    const frame = encodeStun({ kind, method, transaction, attributes: list });
    send(key ? withIntegrity(frame, key) : frame);
  }

  async function hearRequest(frame: Buffer, request: DecodedStun): Promise<void> {
    const checked = checkCredentials(frame, request, secret, nonce);
    if (!checked.ok) {
      const challenge = checked.failure === 'unauthorized' || checked.failure === 'stale-nonce';
      const hints = challenge ? [text(attributes.realm, realm), text(attributes.nonce, nonce)] : [];
      return answer(request, checked.failure, hints);
    }
    const { key, username } = checked;
    const unknown = notUnderstood(request);
    if (unknown.length > 0) return answer(request, 'unknown-attribute', [unknownAttributes(unknown)], key);
    if (!allocation) {
      if (request.method !== methods.allocate) return answer(request, 'allocation-mismatch', [], key);
      return allocate(request, checked);
    }
    if (allocation.username !== username) return answer(request, 'wrong-credentials', [], key);
    const performed = performRequest(request, allocation, allocations, limits.turnAllocationLifeMs);
    if (!performed.ok) return answer(request, performed.failure, [], key);
    if (performed.ended) release();
    answer(request, null, performed.attributes, key);
  }

  async function allocate(request: DecodedStun, { user, username, key, expiresAt }: Answerable): Promise<void> {
    if (expiresAt <= now()) {
      return answer(request, 'unauthorized', [text(attributes.realm, realm), text(attributes.nonce, nonce)]);
    }
    if (valueOf(request, attributes.requestedTransport)?.at(0) !== udp) {
      return answer(request, 'unsupported-transport', [], key);
    }
    const family = valueOf(request, attributes.requestedAddressFamily);
    if (family && family.at(0) !== 1) return answer(request, 'address-family', [], key);
    const watch = await deps.admit(user, end);
    if (!watch) return answer(request, 'forbidden', [], key);
    const made = ended ? 'no-room' : allocations.add({ username, user, deliver });
    if (typeof made === 'string') {
      watch();
      return answer(request, made, [], key);
    }
    allocation = made;
    unwatch = watch;
    metrics.turnAllocations.inc();
    const address = encodeVirtualAddress(made.port);
    const lifetime = uint32(attributes.lifetime, limits.turnAllocationLifeMs / 1_000);
    // The mapped address is virtual as well: browsers pass it on, and nobody need learn where a participant is.
    const addresses = [attributes.xorRelayedAddress, attributes.xorMappedAddress];
    answer(request, null, [...addresses.map((type) => ({ type, value: address })), lifetime], key);
  }

  function relay(port: number | null | undefined, data: Buffer): void {
    if (!allocation || typeof port !== 'number' || !allocation.permits(port)) return;
    const peer = allocations.peerOf(allocation, port);
    if (!peer?.permits(allocation.port)) return;
    if (allocation.spend(data.length)) peer.deliver(data, allocation.port);
    else metrics.turnBytes.inc({ outcome: 'dropped' }, data.length);
  }

  function deliver(data: Buffer, from: number): void {
    const channel = allocation?.channelTo(from);
    const sent = send(channel === undefined ? dataIndication(data, from) : encodeChannelData(channel, data));
    metrics.turnBytes.inc({ outcome: sent ? 'relayed' : 'dropped' }, data.length);
  }

  function hearIndication(message: DecodedStun): void {
    const data = valueOf(message, attributes.data);
    if (message.kind !== 'indication' || message.method !== methods.send || !data) return;
    relay(virtualPortOf(valueOf(message, attributes.xorPeerAddress)), data);
  }

  return {
    async hear(frame) {
      if (ended || frame.type === 'broken') return false;
      if (allocation?.expired()) release();
      if (frame.type === 'channel') {
        relay(allocation?.peerOn(frame.channel), frame.data);
        return true;
      }
      const message = decodeStun(frame.bytes);
      if (!message) return false;
      if (message.kind !== 'request') hearIndication(message);
      else if (bucket.take()) await hearRequest(frame.bytes, message);
      else return false;
      return !ended;
    },
    hasAllocation() {
      if (allocation?.expired()) release();
      return allocation !== null;
    },
    end,
  };
}

function dataIndication(data: Buffer, from: number): Buffer {
  return encodeStun({
    kind: 'indication',
    method: methods.data,
    transaction: randomBytes(12),
    attributes: [
      { type: attributes.xorPeerAddress, value: encodeVirtualAddress(from) },
      { type: attributes.data, value: data },
    ],
  });
}
