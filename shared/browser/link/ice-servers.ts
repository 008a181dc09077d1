import type { IceServer } from '../../protocol/ice-server.ts';

/** What a peer for media is made with; null: nothing would get through, for there may be no direct path and there is no TURN. */
export function mediaIce(servers: readonly IceServer[], peerToPeer: boolean): RTCConfiguration | null {
  const iceServers = servers.map(({ urls, ...credential }) => ({ urls: [...urls], ...credential }));
  if (peerToPeer) return { iceServers };
  const relayed = servers.some(({ urls }) => urls.some((url) => url.startsWith('turn')));
  return relayed ? { iceServers, iceTransportPolicy: 'relay' } : null;
}

/**
 * What the link's peers are made with: only what carries datagrams. By TCP through a TURN server frames would
 * travel as they do on the relay path, only with more around them.
 */
export function linkIce(servers: readonly IceServer[]): RTCConfiguration {
  const iceServers = servers
    .map(({ urls, ...credential }) => ({ urls: urls.filter(carriesDatagrams), ...credential }))
    .filter(({ urls }) => urls.length > 0);
  return { iceServers };
}

function carriesDatagrams(url: string): boolean {
  return url.startsWith('stun:') || (url.startsWith('turn:') && !url.endsWith('?transport=tcp'));
}
