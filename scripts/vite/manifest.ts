import type { ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from '../../manifest.json' with { type: 'json' };

export type ExtensionBrowser = 'chrome' | 'firefox';

/** An origin as a match pattern: patterns know no port. */
export function pattern(publicUrl: string): string {
  const { protocol, hostname } = new URL(publicUrl);
  return `${protocol}//${hostname}/*`;
}

/**
 * The manifest of one browser. `manifest.json` is Chrome's; Firefox has no service worker
 * and wants its add-on id and a declaration of what data leaves the browser.
 * A build for one site carries that site's relay as its only host permission.
 */
export function manifestFor(browser: ExtensionBrowser, publicUrl: string | undefined): ManifestV3Export {
  const own = publicUrl ? { host_permissions: [pattern(publicUrl)] } : {};
  if (browser === 'chrome') return { ...manifest, ...own } as ManifestV3Export;
  const { key: _key, minimum_chrome_version: _minimum, background, action, storage: _storage, ...common } = manifest;
  // Firefox has no such thing, and warns of it.
  const optional = common.optional_permissions.filter((name) => name !== 'tabCapture');
  return {
    ...common,
    ...own,
    optional_permissions: optional,
    // Else Firefox hides the icon in its menu of extensions.
    action: { ...action, default_area: 'navbar' },
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'beside@beside.dev',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'websiteActivity'] },
      },
    },
  } as ManifestV3Export;
}
