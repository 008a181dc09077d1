import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { manifestFor } from '../../../scripts/vite/manifest.ts';
import { chromeExtensionId, firefoxAddOnId, isExtensionRedirect } from '../../../shared/protocol/extension-identity.ts';

test('an install asks for no access to sites and for nothing that warns', () => {
  for (const browser of ['chrome', 'firefox'] as const) {
    const made = manifestFor(browser, undefined);
    expect(made).not.toHaveProperty('host_permissions');
    expect(made).not.toHaveProperty('content_scripts');
    expect(made).toHaveProperty('permissions', ['activeTab', 'scripting', 'storage', 'identity']);
    const asked = browser === 'chrome' ? ['nativeMessaging', 'tabCapture'] : ['nativeMessaging'];
    expect(made).toHaveProperty('optional_permissions', asked);
  }
});

test('a build for one site carries that relay as its only host permission', () => {
  expect(manifestFor('chrome', 'https://help.example.com:8443')).toHaveProperty('host_permissions', [
    'https://help.example.com/*',
  ]);
});

test('the extension’s ids and redirect addresses follow from the manifest', () => {
  const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  const id = [...digest.slice(0, 32)].map((hex) => String.fromCharCode(97 + Number.parseInt(hex, 16))).join('');
  expect(chromeExtensionId).toBe(id);
  expect(isExtensionRedirect(`https://${id}.chromiumapp.org/`)).toBe(true);

  expect(manifestFor('firefox', undefined)).toHaveProperty('browser_specific_settings.gecko.id', firefoxAddOnId);
  const sha1 = createHash('sha1').update(firefoxAddOnId).digest('hex');
  expect(isExtensionRedirect(`https://${sha1}.extensions.allizom.org/`)).toBe(true);
  expect(isExtensionRedirect('https://evil.example/')).toBe(false);
});
