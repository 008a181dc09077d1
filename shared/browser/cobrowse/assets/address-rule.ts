import type { AssetFailure } from '../../../protocol/asset.ts';

/** 0: this machine; 1: a private network; 2: the open internet. */
type Reach = 0 | 1 | 2;

function reachOfV4(host: string): Reach | null {
  const parts = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (!parts) return null;
  const [a, b] = [Number(parts[1]), Number(parts[2])];
  if (a === 127 || a === 0) return 0;
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 198 && (b === 18 || b === 19)) ||
    a >= 224;
  return isPrivate ? 1 : 2;
}

/** An IPv4 address inside an IPv6 one, which URL writes as two groups of hex. */
function mappedV4(host: string): string | null {
  const groups = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (!groups) return null;
  const [high, low] = [Number.parseInt(groups[1] ?? '', 16), Number.parseInt(groups[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function reachOfV6(host: string): Reach {
  const mapped = mappedV4(host);
  if (mapped) return reachOfV4(mapped) ?? 1;
  if (host === '::1' || host === '::') return 0;
  // Only 2000::/3 is given out to the open internet.
  return /^[23][0-9a-f]{3}:/.test(host) ? 2 : 1;
}

/** Names that no public name server knows, and names without a dot, mean the network that one is in. */
const localNames = /(?:^|\.)(?:local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

function reachOf(hostname: string): Reach {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return reachOfV6(host.slice(1, -1));
  if (host === 'localhost' || host.endsWith('.localhost')) return 0;
  const v4 = reachOfV4(host);
  if (v4 !== null) return v4;
  return !host.includes('.') || localNames.test(host) ? 1 : 2;
}

/**
 * May the page at `pageOrigin` have us fetch `url`? A page reaches no nearer with us than it is itself, so that
 * we are nobody's way into a private network. By name: what the name stands for, the browser does not tell.
 */
export function addressRule(url: string, pageOrigin: string): AssetFailure | null {
  if (!URL.canParse(url) || !URL.canParse(pageOrigin)) return 'unavailable';
  const to = new URL(url);
  if (to.protocol !== 'http:' && to.protocol !== 'https:') return 'unavailable';
  if (to.username || to.password) return 'unavailable';
  return reachOf(to.hostname) < reachOf(new URL(pageOrigin).hostname) ? 'private-network' : null;
}
