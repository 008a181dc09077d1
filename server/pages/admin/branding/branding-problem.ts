import * as v from 'valibot';
import { type Branding, brandingSchema } from '../../../../shared/protocol/branding.ts';
import type { TextKey } from '../say.ts';

const texts: Record<keyof Branding, TextKey> = {
  name: 'branding.badName',
  accent: 'branding.badAccent',
  logo: 'branding.badLogo',
  welcomeText: 'branding.badText',
  endText: 'branding.badText',
};

const isPart = (key: unknown): key is keyof Branding => typeof key === 'string' && Object.hasOwn(texts, key);

/** Where the draft cannot be saved as it is, and why. */
export function brandingFault(branding: Branding): keyof Branding | null {
  const key = v.safeParse(brandingSchema, branding).issues?.[0].path?.[0]?.key;
  return isPart(key) ? key : null;
}

export function brandingProblem(branding: Branding): TextKey | null {
  const fault = brandingFault(branding);
  return fault && texts[fault];
}
