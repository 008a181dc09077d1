import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlob, writeBlob } from '../../../shared/recording/blob-record.ts';
import {
  type PageRecord,
  readRecords,
  type RecordKind,
  recordKinds,
  writeRecord,
} from '../../../shared/recording/format.ts';
import { ordinaryPolicy, recordingRuleFor } from '../../../shared/recording/recording-policy.ts';

const record = fc.record<PageRecord>({
  kind: fc.constantFrom(...(Object.keys(recordKinds) as RecordKind[])),
  tab: fc.integer({ min: 0, max: 65_535 }),
  at: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  body: fc.uint8Array({ maxLength: 300 }),
});

test('[R7] records are read as they were written, also when a chunk is cut off', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), fc.nat(20), (records, cut) => {
      const bytes = Buffer.concat(records.map(writeRecord));
      expect(readRecords(bytes)).toEqual({
        records: records.map((one) => ({ ...one, body: Buffer.from(one.body) })),
        used: bytes.length,
      });
      const part = readRecords(bytes.subarray(0, Math.max(0, bytes.length - cut)));
      expect(part.used).toBe(Buffer.concat(records.slice(0, part.records.length).map(writeRecord)).length);
    }),
  );
});

test('[R7] a kind that is not known is left out, and what follows is read', () => {
  const one = writeRecord({ kind: 'seen', tab: 1, at: 5, body: new Uint8Array(3) });
  const other = Uint8Array.from(one);
  other[0] = 200;
  expect(readRecords(Buffer.concat([other, one])).records).toHaveLength(1);
});

test('[R7] a blob keeps its hash, its type and its bytes', () => {
  const blob = { hash: '0123456789abcdef'.repeat(4), media: 'image/svg+xml', bytes: Uint8Array.of(1, 2, 3) };
  expect(readBlob(writeBlob(blob))).toEqual(blob);
  expect(readBlob(new Uint8Array(20))).toBeNull();
});

test('[R4] the rule of the host counts, else that of the queue, else that of the site', () => {
  const rule = (customerMayRefuse: boolean) => ({ mode: 'automatic' as const, customerMayRefuse });
  const policy = {
    ...ordinaryPolicy,
    queues: [{ queueId: 'help', rule: rule(true) }],
    hosts: [{ hostId: 'anna', rule: rule(false) }],
  };
  expect(recordingRuleFor(policy, { hostId: 'anna', queueId: 'help' })).toEqual(rule(false));
  expect(recordingRuleFor(policy, { hostId: 'petr', queueId: 'help' })).toEqual(rule(true));
  expect(recordingRuleFor(policy, { hostId: 'petr', queueId: null })).toEqual(ordinaryPolicy.site);
});
