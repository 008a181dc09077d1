import type { SocketState } from '../../shared/browser/link/relay-client.ts';
import type { LinkQuality } from '../../shared/browser/link/link-quality.ts';

export type Trouble = 'no-relay' | 'no-way' | 'silent' | 'slow';

interface Seen {
  connection: SocketState['phase'];
  isCustomerOnline: boolean;
  /** Null: there is nobody to have a link to. */
  quality: LinkQuality | null;
  isSilent: boolean;
}

/** What keeps the session from working well now; of several the one to be mended first. */
export function troubleOf({ connection, isCustomerOnline, quality, isSilent }: Seen): Trouble | null {
  // Between two tries it is no more there than before.
  if (connection === 'waiting' || connection === 'connecting') return 'no-relay';
  // Whoever is offline is said to be, in the middle of the console.
  if (!isCustomerOnline || quality === null) return null;
  if (quality === 'none') return 'no-way';
  if (isSilent) return 'silent';
  return quality === 'poor' ? 'slow' : null;
}
