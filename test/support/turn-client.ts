import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { IceServer } from '../../shared/protocol/ice-server.ts';
import { createFrameSplitter, encodeChannelData } from '../../server/turn/frame-splitter.ts';
import { longTermKey, withIntegrity } from '../../server/turn/message-integrity.ts';
import { attributes, methods } from '../../server/turn/stun-codes.ts';
import {
  type DecodedStun,
  decodeStun,
  encodeStun,
  type StunAttribute,
  valueOf,
} from '../../server/turn/stun-message.ts';
import { text } from '../../server/turn/turn-attributes.ts';
import { waitFor } from './wait-for.ts';

export interface Answer {
  kind: string;
  /** 0 when all went well. */
  code: number;
  message: DecodedStun;
}

export interface TurnClient {
  socket: Socket;
  closed(): boolean;
  /** What has come from others, oldest first. */
  received: { channel: number | null; data: Buffer }[];
  request(method: number, list: StunAttribute[]): Promise<Answer>;
  /** The same with other credentials, or none. */
  requestAs(method: number, list: StunAttribute[], how: Partial<Credentials> | null): Promise<Answer>;
  /** Gives the relayed address as it came. */
  allocate(): Promise<Buffer>;
  permit(address: Buffer): Promise<number>;
  bind(channel: number, address: Buffer): Promise<number>;
  refresh(seconds?: number): Promise<number>;
  /** By a Send indication. */
  send(address: Buffer, data: Buffer): void;
  sendOn(channel: number, data: Buffer): void;
  close(): void;
}

interface Credentials {
  username: string;
  password: string;
  nonce: string;
}

export const udpTransport: StunAttribute = { type: attributes.requestedTransport, value: Buffer.from([17, 0, 0, 0]) };

export function xorAddress(host: string, port: number): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt8(1, 1);
  value.writeUInt16BE(port ^ 0x2112, 2);
  const number = host.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  value.writeUInt32BE((number ^ 0x2112a442) >>> 0, 4);
  return value;
}

/** A TURN client over TCP, or over TLS with the certificate that it trusts, doing what it is told. */
export async function openTurn(
  port: number,
  server: Pick<IceServer, 'username' | 'credential'>,
  { host = '127.0.0.1', trusted }: { host?: string; trusted?: string } = {},
): Promise<TurnClient> {
  const socket =
    trusted === undefined ? connectTcp(port, host) : connectTls({ port, host, ca: trusted, servername: 'localhost' });
  await once(socket, trusted === undefined ? 'connect' : 'secureConnect');
  const own: Credentials = { username: server.username ?? '', password: server.credential ?? '', nonce: '' };
  const splitter = createFrameSplitter(65_536);
  const received: TurnClient['received'] = [];
  const answers = new Map<string, (message: DecodedStun) => void>();
  let closed = false;
  socket.on('error', () => {});
  const gone = once(socket, 'close').then(() => null);
  socket.once('close', () => (closed = true));
  socket.on('data', (chunk: Buffer) => {
    for (const frame of splitter.push(chunk)) {
      if (frame.type === 'channel') received.push({ channel: frame.channel, data: Buffer.from(frame.data) });
      if (frame.type !== 'stun') continue;
      const message = decodeStun(frame.bytes);
      if (!message) throw new Error('No STUN message came.');
      const data = valueOf(message, attributes.data);
      if (message.kind === 'indication' && data) received.push({ channel: null, data: Buffer.from(data) });
      else answers.get(message.transaction.toString('hex'))?.(message);
    }
  });

  async function requestAs(method: number, list: StunAttribute[], how: Partial<Credentials> | null): Promise<Answer> {
    const transaction = randomBytes(12);
    const { username, password, nonce } = { ...own, ...how };
    const named = [
      text(attributes.username, username),
      text(attributes.realm, 'beside'),
      text(attributes.nonce, nonce),
    ];
    const frame = encodeStun({ kind: 'request', method, transaction, attributes: how ? [...list, ...named] : list });
    const answered = new Promise<DecodedStun>((resolve) => answers.set(transaction.toString('hex'), resolve));
    socket.write(how ? withIntegrity(frame, longTermKey(username, 'beside', password)) : frame);
    const message = await Promise.race([answered, gone]);
    if (!message) throw new Error('closed');
    own.nonce = valueOf(message, attributes.nonce)?.toString() ?? own.nonce;
    const error = valueOf(message, attributes.errorCode);
    return { kind: message.kind, code: error ? error.readUInt8(2) * 100 + error.readUInt8(3) : 0, message };
  }

  const request = (method: number, list: StunAttribute[]) => requestAs(method, list, {});
  const peer = (address: Buffer): StunAttribute => ({ type: attributes.xorPeerAddress, value: address });

  return {
    socket,
    closed: () => closed,
    received,
    request,
    requestAs,
    async allocate() {
      await requestAs(methods.allocate, [udpTransport], null);
      const { code, message } = await request(methods.allocate, [udpTransport]);
      const address = valueOf(message, attributes.xorRelayedAddress);
      if (!address) throw new Error(`No allocation: ${code}`);
      return Buffer.from(address);
    },
    permit: async (address) => (await request(methods.createPermission, [peer(address)])).code,
    async bind(channel, address) {
      const number = { type: attributes.channelNumber, value: Buffer.from([channel >> 8, channel & 255, 0, 0]) };
      return (await request(methods.channelBind, [number, peer(address)])).code;
    },
    async refresh(seconds) {
      const value = Buffer.alloc(4);
      value.writeUInt32BE(seconds ?? 600);
      return (await request(methods.refresh, [{ type: attributes.lifetime, value }])).code;
    },
    send(address, data) {
      const list = [peer(address), { type: attributes.data, value: data }];
      const transaction = randomBytes(12);
      socket.write(encodeStun({ kind: 'indication', method: methods.send, transaction, attributes: list }));
    },
    sendOn: (channel, data) => void socket.write(encodeChannelData(channel, data)),
    close: () => socket.destroy(),
  };
}

/** Both have an allocation and let the other in. */
export async function joinTurn(one: TurnClient, other: TurnClient): Promise<{ one: Buffer; other: Buffer }> {
  const addresses = { one: await one.allocate(), other: await other.allocate() };
  const codes = [await one.permit(addresses.other), await other.permit(addresses.one)];
  if (codes.some((code) => code !== 0)) throw new Error(`No permission: ${codes.join()}`);
  return addresses;
}

export const untilReceived = (client: TurnClient, count: number): Promise<true | undefined> =>
  waitFor(`${count} datagrams`, () => (client.received.length >= count ? true : undefined));
