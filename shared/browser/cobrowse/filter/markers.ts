import { region } from './region.ts';

const { mask, block, show, typed, untyped } = region;
const each = (names: string, flag: number): [string, number][] => names.split(' ').map((name) => [name, flag]);

/** Classes by which sites mark private parts for this and for other tools; kept, a change of tool costs nothing. */
const classes = new Map<string, number>([
  // rrweb, Sentry, PostHog, FullStory, LogRocket, Hotjar, Mouseflow, Datadog, Amplitude, Mixpanel, Matomo, Surfly
  ...each(
    'rr-mask rr-ignore sentry-mask sentry-ignore ph-mask ph-ignore-input fs-mask fs-mask-without-consent data-hj-suppress no-mouseflow dd-privacy-mask dd-privacy-mask-user-input amp-mask mp-mask matomo-mask surfly_private surfly-private',
    mask,
  ),
  // … Upscope, Cobrowse.io
  ...each(
    'rr-block sentry-block ph-no-capture fs-exclude fs-exclude-without-consent fs-block fs-hide _lr-hide dd-privacy-hidden amp-block mp-block mp-no-track no-upscope redacted cobrowse-redacted highlight-block openreplay-hidden',
    block,
  ),
  ...each('highlight-mask', mask),
]);

type Read = number | ((value: string) => number);
const unlessFalse = (flag: number) => (value: string) => (/^(?:false|off|no)$/i.test(value) ? 0 : flag);
const attributes = new Map<string, Read>([
  ...each('data-assist-mask', mask),
  ...each('data-assist-block', block),
  ['data-assist-show', unlessFalse(show)],
  // LogRocket and ScreenMeet; OpenReplay; Sentry; Hotjar; Smartlook; Dynatrace; Heap; Clarity; Matomo; Pendo
  ['data-private', (value) => (/^(?:block|exclude|hidden)$/i.test(value) ? block : unlessFalse(mask)(value))],
  ...each('data-openreplay-masked data-openreplay-obscured data-sentry-mask data-hj-suppress data-cs-mask', mask),
  ...each('data-recording-sensitive data-dtrum-mask data-heap-redact-text data-heap-redact-attributes', mask),
  ...each('data-matomo-mask data-piwik-mask data-pendo-no-capture data-mf-masked data-sl-mask', mask),
  ...each(
    'data-openreplay-hidden data-openreplay-htmlmasked data-sentry-block data-recording-disable data-rr-block',
    block,
  ),
  ...each('data-surfly-private data-surfly_private', mask),
  ...each('data-upscope-mask data-no-upscope data-cobrowse-redacted data-ph-no-capture', block),
  ['data-clarity-mask', unlessFalse(mask)],
  ['data-fs-privacy', (value) => (/exclude/i.test(value) ? block : /mask/i.test(value) ? mask : 0)],
  ['data-dd-privacy', (value) => (/hidden/i.test(value) ? block : /mask/i.test(value) ? mask : 0)],
]);
const editable = new Set(['contenteditable', 'role']);

/** What an observer has to be told of. */
export const markerAttributes: readonly string[] = ['class', ...attributes.keys(), ...editable];

const known = new Map<string, number>();
const most = 5_000;

function ofClasses(value: string): number {
  let flags = known.get(value);
  if (flags !== undefined) return flags;
  flags = 0;
  for (const name of value.split(/\s+/)) flags |= classes.get(name) ?? 0;
  if (known.size >= most) known.clear();
  known.set(value, flags);
  return flags;
}

/** What the attributes of an element say of it and all inside. */
export function markersOf(element: Element): number {
  if (!element.hasAttributes()) return 0;
  let flags = 0;
  for (const name of element.getAttributeNames()) {
    if (name === 'class') flags |= ofClasses(element.getAttribute(name) ?? '');
    else if (name === 'contenteditable') flags |= /^false$/i.test(element.getAttribute(name) ?? '') ? untyped : typed;
    else if (name === 'role') flags |= /^(?:textbox|searchbox)$/.test(element.getAttribute(name) ?? '') ? typed : 0;
    else if (name.startsWith('data-')) {
      const read = attributes.get(name);
      if (read !== undefined) flags |= typeof read === 'number' ? read : read(element.getAttribute(name) ?? '');
    }
  }
  return flags;
}

const noControl = '[data-assist-no-control]';

/** Elements that match this, or lie in one that does, take no host's input. */
export const noControlSelector = (ofRules: readonly string[]): string => [noControl, ...ofRules].join(',');
