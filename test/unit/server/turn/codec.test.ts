import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameSplitter, encodeChannelData, type TurnFrame } from '../../../../server/turn/frame-splitter.ts';
import { hasIntegrity, longTermKey, withIntegrity } from '../../../../server/turn/message-integrity.ts';
import { decodeStun, encodeStun, type StunMessage, valueOf } from '../../../../server/turn/stun-message.ts';
import { encodeVirtualAddress, virtualPortOf } from '../../../../server/turn/virtual-address.ts';
import { xorAddress } from '../../../support/turn-client.ts';

const bytes = (maxLength: number, minLength = 0) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array));
const integrity = 0x0008;

const messages: fc.Arbitrary<StunMessage> = fc.record({
  kind: fc.constantFrom('request' as const, 'indication' as const, 'success' as const, 'error' as const),
  method: fc.integer({ min: 0, max: 0xfff }),
  transaction: bytes(12, 12),
  attributes: fc.array(
    fc.record({ type: fc.integer({ min: 0, max: 0xffff }).filter((type) => type !== integrity), value: bytes(60) }),
    { maxLength: 12 },
  ),
});

const plain = ({ kind, method, transaction, attributes }: StunMessage) => ({
  kind,
  method,
  transaction: transaction.toString('hex'),
  attributes: attributes.map(({ type, value }) => [type, value.toString('hex')]),
});

/** RFC 5769, 2.4: a request with long-term authentication. */
const sample = Buffer.from(
  '000100602112a44278ad3433c6ad72c029da412e' +
    '00060012e3839ee38388e383aae38383e382afe382b90000' +
    '0015001c662f2f3439396b39353464364f4c33346f4c39465354767936347341' +
    '0014000b6578616d706c652e6f726700' +
    '00080014f67024656dd64a3e02b8e0712e85c9a28ca89666',
  'hex',
);

describe('a STUN message', () => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const decoded = decodeStun(encodeStun(message));
        expect(decoded && plain(decoded)).toEqual(plain(message));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is signed so that only the key fits', () => {
    fc.assert(
      fc.property(messages, bytes(16, 16), bytes(16, 16), (message, key, other) => {
        const frame = withIntegrity(encodeStun(message), key);
        const at = decodeStun(frame)?.integrityAt ?? -1;
        expect(hasIntegrity(frame, at, key)).toBe(true);
        expect(hasIntegrity(frame, at, other)).toBe(key.equals(other));
      }),
    );
  });

  test('of which a bit has changed is not vouched for any more', () => {
    const key = Buffer.alloc(16, 7);
    const frame = withIntegrity(encodeStun({ ...sampleMessage(), attributes: [] }), key);
    for (let bit = 0; bit < (frame.length - 24) * 8; bit += 1) {
      const changed = Buffer.from(frame);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const decoded = decodeStun(changed);
      const at = decoded?.integrityAt ?? null;
      expect(at !== null && hasIntegrity(changed, at, key)).toBe(false);
    }
  });

  test('is read and signed as the example of the standard', () => {
    const decoded = sampleMessage();
    expect(decoded).toMatchObject({ kind: 'request', method: 1, integrityAt: 20 + 24 + 32 + 16 });
    const username = valueOf(decoded, 0x0006)?.toString() ?? '';
    expect(username).toBe('マトリックス');
    const key = longTermKey(username, 'example.org', 'TheMatrIX');
    expect(hasIntegrity(sample, decoded.integrityAt ?? 0, key)).toBe(true);
  });

  function sampleMessage() {
    const decoded = decodeStun(sample);
    if (!decoded) throw new Error('The sample was not read.');
    return decoded;
  }
});

test('what stands after the integrity of a message does not count', () => {
  const signed = withIntegrity(
    encodeStun({ kind: 'request', method: 3, transaction: Buffer.alloc(12), attributes: [] }),
    Buffer.alloc(16),
  );
  const more = Buffer.concat([signed, Buffer.from('0013000400000000', 'hex')]);
  more.writeUInt16BE(more.length - 20, 2);
  expect(decodeStun(more)?.attributes).toEqual([]);
});

test('random bytes are a message or not, and nothing else happens', () => {
  const headed = bytes(200).map((body) => {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    const header = Buffer.from('000300002112a442000000000000000000000000', 'hex');
    header.writeUInt16BE(padded.length, 2);
    return Buffer.concat([header, padded]);
  });
  fc.assert(
    fc.property(fc.oneof(bytes(300), headed), (frame) => {
      const decoded = decodeStun(frame);
      for (const { value } of decoded?.attributes ?? []) expect(value.length).toBeLessThanOrEqual(frame.length);
    }),
    { numRuns: 5_000 },
  );
});

describe('a stream', () => {
  const frames = fc.array(
    fc.oneof(
      messages.map((message): { wire: Buffer; frame: TurnFrame } => {
        const wire = encodeStun(message);
        return { wire, frame: { type: 'stun', bytes: wire } };
      }),
      fc.tuple(fc.integer({ min: 0x4000, max: 0x4fff }), bytes(300)).map(([channel, data]) => ({
        wire: encodeChannelData(channel, data),
        frame: { type: 'channel' as const, channel, data },
      })),
    ),
    { maxLength: 8 },
  );

  test('is cut into its frames wherever the network has cut it', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (sent, cuts) => {
        const stream = Buffer.concat(sent.map(({ wire }) => wire));
        const splitter = createFrameSplitter(4_096);
        const got: TurnFrame[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          got.push(...splitter.push(stream.subarray(at, at + length)));
          at += length;
        }
        expect(got.map(tell)).toEqual(sent.map(({ frame }) => tell(frame)));
      }),
    );
  });

  test('of random bytes is cut or found broken, and a frame is never longer than allowed', () => {
    fc.assert(
      fc.property(fc.array(bytes(400), { maxLength: 20 }), (chunks) => {
        const splitter = createFrameSplitter(256);
        for (const frame of chunks.flatMap((chunk) => splitter.push(chunk))) {
          if (frame.type === 'stun') expect(frame.bytes.length).toBeLessThanOrEqual(256);
          if (frame.type === 'channel') expect(frame.data.length).toBeLessThanOrEqual(256);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('that announces a frame too long is broken at its first four bytes', () => {
    expect(createFrameSplitter(4_096).push(Buffer.from('4000ffff', 'hex'))).toEqual([{ type: 'broken' }]);
    expect(createFrameSplitter(4_096).push(Buffer.from('0001ffff', 'hex'))).toEqual([{ type: 'broken' }]);
    expect(createFrameSplitter(4_096).push(Buffer.from('GET ', 'latin1'))).toEqual([{ type: 'broken' }]);
  });

  function tell(frame: TurnFrame): string {
    if (frame.type === 'stun') return `stun ${frame.bytes.toString('hex')}`;
    return frame.type === 'channel' ? `${frame.channel} ${frame.data.toString('hex')}` : 'broken';
  }
});

describe('a relayed address', () => {
  test('is written as in the example of the standard', () => {
    expect(encodeVirtualAddress(32_853).toString('hex')).toBe('0001a147e112a643');
    expect(virtualPortOf(encodeVirtualAddress(32_853))).toBe(32_853);
  });

  test('is the only kind of address that means anything', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), fc.integer({ min: 0, max: 65_535 }), (parts, port) => {
        const host = parts.join('.');
        expect(virtualPortOf(xorAddress(host, port))).toBe(host === '192.0.2.1' ? port : null);
      }),
    );
    fc.assert(
      fc.property(bytes(24), (value) => {
        const port = virtualPortOf(value);
        if (port !== null) expect(encodeVirtualAddress(port).subarray(1)).toEqual(value.subarray(1));
      }),
    );
  });
});
