import { plainLook } from '../../protocol/branding.ts';
import type { Site } from '../../protocol/rest.ts';

/** What is assumed of a site that does not answer: only what gives nothing away. */
export function unknownSite(origin: string): Site {
  const stores = { chrome: null, firefox: null };
  return { name: new URL(origin).host, look: plainLook, protocol: 0, peerToPeer: false, mail: false, stores };
}
