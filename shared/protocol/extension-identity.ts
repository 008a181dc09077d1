/** Chrome's id of the extension: follows from `key` in manifest.json. */
export const chromeExtensionId = 'ojblojdmpilpnnjafcelmephbodhkoio';

export const firefoxAddOnId = 'beside@beside.dev';

/**
 * Where a sign-in may hand its one-time token: `identity.getRedirectURL()` of our own extension.
 * Chrome's follows from the id, Firefox's from the SHA-1 of the add-on id.
 */
const redirectAddresses: readonly string[] = [
  `https://${chromeExtensionId}.chromiumapp.org/`,
  'https://5af5c8013a9e70e700d3c54625f8aa9c0190c614.extensions.allizom.org/',
];

export function isExtensionRedirect(address: string): boolean {
  return redirectAddresses.includes(address);
}
