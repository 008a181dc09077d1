import type { Look } from '../../../protocol/branding.ts';
import { accentProperties } from './accent-properties.ts';

/** The whole page in the site's colour, where it has one. */
export function wearAccent({ accent }: Pick<Look, 'accent'>): void {
  if (accent === null) return;
  for (const [name, value] of Object.entries(accentProperties(accent))) {
    document.documentElement.style.setProperty(name, value);
  }
}
