import { type Channel } from './contract.ts';

export type LossyChannel = 'pointer' | 'host-pointer';
export type OrderedChannel = Exclude<Channel, LossyChannel>;
/** Their places on the wire; only append. */
export const orderedChannels = [
  'control',
  'mirror',
  'asset',
  'host-control',
  'host-mirror',
  'host-asset',
  'media',
  'screen',
  'details',
  'draw',
  'host-draw',
  'screen-draw',
  'clipboard',
  'folder',
  'file',
  'screen-patch',
] as const satisfies readonly OrderedChannel[];

/** One of something for each ordered channel. */
export const forEachOrdered = <T>(make: (channel: OrderedChannel) => T): Record<OrderedChannel, T> => ({
  control: make('control'),
  mirror: make('mirror'),
  asset: make('asset'),
  'host-control': make('host-control'),
  'host-mirror': make('host-mirror'),
  'host-asset': make('host-asset'),
  media: make('media'),
  screen: make('screen'),
  details: make('details'),
  draw: make('draw'),
  'host-draw': make('host-draw'),
  'screen-draw': make('screen-draw'),
  clipboard: make('clipboard'),
  folder: make('folder'),
  file: make('file'),
  'screen-patch': make('screen-patch'),
});

/** For each ordered channel the number of the next frame that is missing: all before it have arrived. */
export type Acks = Readonly<Record<OrderedChannel, number>>;

export type Frame =
  | {
      type: 'data';
      channel: OrderedChannel;
      /** Counts from 0 in each channel. */
      seq: number;
      /** `more`: the message goes on. `last`: it is whole. `abandoned`: forget its parts. */
      part: 'more' | 'last' | 'abandoned';
      payload: Uint8Array;
    }
  | { type: LossyChannel; seq: number; payload: Uint8Array }
  | { type: 'acks'; acks: Acks }
  | { type: 'ping'; id: number }
  | { type: 'pong'; id: number; acks: Acks };

/** A frame with its header, seal and address stays within 64 KiB on the wire. */
export const chunkBytes = 64 * 1024 - 128;
/** Of what moves files: within the 256 KiB that data channels take, for each frame costs a browser about the same. */
export const fileChunkBytes = 256 * 1024 - 128;

export const movesFiles = (channel: OrderedChannel): boolean => channel === 'file' || channel === 'folder';

/** Memory for any frame of such a channel, header and all. */
export const fileFrameBytes = fileChunkBytes + 7;

export const chunkBytesOf = (channel: OrderedChannel): number => (movesFiles(channel) ? fileChunkBytes : chunkBytes);

const types = { data: 1, pointer: 2, acks: 3, ping: 4, pong: 5, 'host-pointer': 6 } as const;
const parts = ['more', 'last', 'abandoned'] as const;
const acksBytes = 4 * orderedChannels.length;

/**
 * `type u8`, then for `data` channel u8, part u8, seq u32, payload; `pointer` and `host-pointer` seq u32, payload;
 * `ping` id u32; `pong` id u32, acks; `acks` one u32 for each ordered channel. Big-endian. `memory`: for one of data.
 */
export function encodeFrame(frame: Frame, memory?: ArrayBuffer): Uint8Array<ArrayBuffer> {
  switch (frame.type) {
    case 'data': {
      const { bytes, view } = start(frame.type, 6 + frame.payload.length, memory);
      view.setUint8(1, orderedChannels.indexOf(frame.channel));
      view.setUint8(2, parts.indexOf(frame.part));
      view.setUint32(3, frame.seq);
      bytes.set(frame.payload, 7);
      return bytes;
    }
    case 'pointer':
    case 'host-pointer': {
      const { bytes, view } = start(frame.type, 4 + frame.payload.length);
      view.setUint32(1, frame.seq);
      bytes.set(frame.payload, 5);
      return bytes;
    }
    case 'acks': {
      const { bytes, view } = start(frame.type, acksBytes);
      writeAcks(view, 1, frame.acks);
      return bytes;
    }
    case 'ping': {
      const { bytes, view } = start(frame.type, 4);
      view.setUint32(1, frame.id);
      return bytes;
    }
    case 'pong': {
      const { bytes, view } = start(frame.type, 4 + acksBytes);
      view.setUint32(1, frame.id);
      writeAcks(view, 5, frame.acks);
      return bytes;
    }
  }
}

/** The frame, its payload a view on `bytes`; null when it is none of ours. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = bytes[0];
  if (type === types.data && bytes.length >= 7) {
    const channel = orderedChannels[view.getUint8(1)];
    const part = parts[view.getUint8(2)];
    if (!channel || !part) return null;
    return { type: 'data', channel, part, seq: view.getUint32(3), payload: bytes.subarray(7) };
  }
  if ((type === types.pointer || type === types['host-pointer']) && bytes.length >= 5) {
    const channel = type === types.pointer ? 'pointer' : 'host-pointer';
    return { type: channel, seq: view.getUint32(1), payload: bytes.subarray(5) };
  }
  if (type === types.acks && bytes.length === 1 + acksBytes) return { type: 'acks', acks: readAcks(view, 1) };
  if (type === types.ping && bytes.length === 5) return { type: 'ping', id: view.getUint32(1) };
  if (type === types.pong && bytes.length === 5 + acksBytes) {
    return { type: 'pong', id: view.getUint32(1), acks: readAcks(view, 5) };
  }
  return null;
}

function start(type: Frame['type'], length: number, memory = new ArrayBuffer(1 + length)) {
  const bytes = new Uint8Array(memory, 0, 1 + length);
  bytes[0] = types[type];
  return { bytes, view: new DataView(memory) };
}

function writeAcks(view: DataView, at: number, acks: Acks): void {
  orderedChannels.forEach((channel, index) => view.setUint32(at + 4 * index, acks[channel]));
}

function readAcks(view: DataView, at: number): Acks {
  return forEachOrdered((channel) => view.getUint32(at + 4 * orderedChannels.indexOf(channel)));
}
