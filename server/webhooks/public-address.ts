import { BlockList, isIP } from 'node:net';

/** What is not out on the internet: private, local, shared, reserved, multicast, and ways from IPv6 to IPv4 (RFC 6890). */
const inward = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inward.addSubnet(net, bits, 'ipv4');
}
/** All that is not 2000::/3 is none of the internet's. */
const outward = new BlockList();
outward.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inward.addSubnet(net, bits, 'ipv6');
}

/** Whether an address is one of the internet's, and nothing behind the relay's own firewall. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inward.check(address, 'ipv4');
  return family === 6 && outward.check(address, 'ipv6') && !inward.check(address, 'ipv6');
}
