import { createHash } from 'node:crypto';
import manifest from '../../manifest.json' with { type: 'json' };

/** Chromium's id of the extension: from the key in the manifest. */
export const chromeExtensionId = createHash('sha256')
  .update(Buffer.from(manifest.key, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

export const firefoxAddOnId = 'beside@beside.dev';
/** Firefox draws a host name by lot for each install; test profiles have it set. */
export const firefoxExtensionHost = '5be51de0-0000-4000-8000-00000000be5d';

export const extensionOrigins = {
  chromium: `chrome-extension://${chromeExtensionId}`,
  firefox: `moz-extension://${firefoxExtensionHost}`,
} as const;
