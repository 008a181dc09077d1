import polyfilled from 'webextension-polyfill';

/** The WebExtension API with promises, typed; the only importer of the polyfill. */
export const browser = polyfilled;
