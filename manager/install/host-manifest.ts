import { firefoxAddOnId } from '../../shared/protocol/extension-identity.ts';
import { managerHostName } from '../../shared/protocol/manager-limits.ts';
import { chromeOrigin } from '../who-calls.ts';
import type { BrowserPlace } from './places.ts';

/** What tells a browser of the program, and that our extension alone may start it. */
export function hostManifest(kind: BrowserPlace['kind'], program: string): string {
  const manifest = {
    name: managerHostName,
    description: 'Beside Support Manager: mouse, keys, windows and clipboard, when their owner allows it.',
    path: program,
    type: 'stdio',
    ...(kind === 'chromium' ? { allowed_origins: [chromeOrigin] } : { allowed_extensions: [firefoxAddOnId] }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
