/**
 * Relayed addresses lead nowhere: they all are in 192.0.2.0/24, which no network has (RFC 5737), and mean
 * the allocation of that number. No other address can even be spoken of here, so no host can be reached.
 */
const host = 0xc0000201;
const cookie = 0x2112a442;
const ipv4 = 1;

/** The value of an XOR-…-ADDRESS attribute (RFC 8489 §14.2). */
export function encodeVirtualAddress(port: number): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt8(ipv4, 1);
  value.writeUInt16BE(port ^ (cookie >>> 16), 2);
  value.writeUInt32BE((host ^ cookie) >>> 0, 4);
  return value;
}

/** The allocation's number, or null for every address that is not one of ours. */
export function virtualPortOf(value: Buffer | undefined): number | null {
  if (value?.length !== 8 || value.readUInt8(1) !== ipv4) return null;
  if ((value.readUInt32BE(4) ^ cookie) >>> 0 !== host) return null;
  return value.readUInt16BE(2) ^ (cookie >>> 16);
}
