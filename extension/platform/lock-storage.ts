import type { Storage } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** Chromium's, not in the polyfill's types. */
type Lockable = Storage.StorageArea & {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
};

/**
 * Keeps content scripts, which live in hostile pages, out of `storage.local`. Firefox has no such lock: what is
 * secret is in `storage.session` only, which no content script reaches in either browser.
 */
export async function lockStorage(local: Lockable = browser.storage.local): Promise<void> {
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
