import type { Settings } from '../deps.ts';

const firefoxExtension = /^moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether pages of this origin may talk to the relay: its own, and extensions. Firefox gives each installed
 * extension a random origin, so any is let in: it still needs a token, and no cookie goes with it.
 */
export function originAllowed(settings: Settings, origin: string | undefined): boolean {
  if (origin === undefined) return false;
  return (
    settings.publicOrigins.includes(origin) ||
    settings.extensionOrigins.includes(origin) ||
    firefoxExtension.test(origin)
  );
}
