import type { Allocation } from './allocation.ts';
import type { Allocations } from './allocations.ts';
import { firstChannel, lastChannel } from './frame-splitter.ts';
import { attributes, methods, type TurnFailure } from './stun-codes.ts';
import { type StunAttribute, type StunMessage, valueOf } from './stun-message.ts';
import { uint32 } from './turn-attributes.ts';
import { virtualPortOf } from './virtual-address.ts';

export type Performed = { ok: true; attributes: StunAttribute[]; ended?: true } | { ok: false; failure: TurnFailure };

const done: Performed = { ok: true, attributes: [] };
const fail = (failure: TurnFailure): Performed => ({ ok: false, failure });

/** What the holder of an allocation may ask for; who asks has been checked. */
export function performRequest(
  message: StunMessage,
  allocation: Allocation,
  allocations: Pick<Allocations, 'peerOf'>,
  lifeMs: number,
): Performed {
  switch (message.method) {
    case methods.refresh:
      return refresh(message, allocation, lifeMs);
    case methods.createPermission:
      return createPermission(message, allocation, allocations);
    case methods.channelBind:
      return channelBind(message, allocation, allocations);
    case methods.allocate:
      return fail('allocation-mismatch');
    default:
      return fail('bad-request');
  }
}

/** For as long as all get, whatever was asked for; for nothing when it was zero. */
function refresh(message: StunMessage, allocation: Allocation, lifeMs: number): Performed {
  const asked = valueOf(message, attributes.lifetime);
  if (asked && asked.length !== 4) return fail('bad-request');
  if (asked?.readUInt32BE(0) === 0) return { ok: true, attributes: [uint32(attributes.lifetime, 0)], ended: true };
  allocation.renew();
  return { ok: true, attributes: [uint32(attributes.lifetime, lifeMs / 1_000)] };
}

/** All of the addresses that are named, or none. */
function createPermission(
  message: StunMessage,
  allocation: Allocation,
  allocations: Pick<Allocations, 'peerOf'>,
): Performed {
  const ports = message.attributes
    .filter(({ type }) => type === attributes.xorPeerAddress)
    .map(({ value }) => virtualPortOf(value));
  if (ports.length === 0) return fail('bad-request');
  const reachable = ports.filter((port) => port !== null && allocations.peerOf(allocation, port) !== undefined);
  if (reachable.length < ports.length) return fail('forbidden');
  return ports.every((port) => port !== null && allocation.permit(port)) ? done : fail('no-room');
}

function channelBind(
  message: StunMessage,
  allocation: Allocation,
  allocations: Pick<Allocations, 'peerOf'>,
): Performed {
  const number = valueOf(message, attributes.channelNumber);
  const address = valueOf(message, attributes.xorPeerAddress);
  if (number?.length !== 4 || !address) return fail('bad-request');
  const channel = number.readUInt16BE(0);
  if (channel < firstChannel || channel > lastChannel) return fail('bad-request');
  const port = virtualPortOf(address);
  if (port === null || !allocations.peerOf(allocation, port)) return fail('forbidden');
  const bound = allocation.bind(channel, port);
  if (bound === 'mismatch') return fail('bad-request');
  return bound === 'bound' ? done : fail('no-room');
}
