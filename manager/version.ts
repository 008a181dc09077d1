import manifest from '../manifest.json' with { type: 'json' };

/** The extension's: they are released together. */
export const { version } = manifest;
