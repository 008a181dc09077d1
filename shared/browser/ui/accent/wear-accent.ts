import type { Look } from '../../../protocol/branding.ts';
import { accentProperties } from './accent-properties.ts';

/** The whole page in the site's colour, where it has one; it follows the system from light to dark. */
export function wearAccent({ accent }: Pick<Look, 'accent'>): void {
  if (accent === null) return;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wear = () => {
    const properties = accentProperties(accent, dark.matches ? 'dark' : 'light');
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value);
  };
  dark.addEventListener('change', wear);
  wear();
}
