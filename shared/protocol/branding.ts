import * as v from 'valibot';
import { nameSchema } from './ids.ts';

/** How a site looks to its customers. */

export const brandingLimits = { textChars: 300, logoBytes: 64 * 1024, logoHeight: 256 } as const;

export const logoTypes = ['image/png', 'image/webp', 'image/jpeg'] as const;

const logoChars = 'data:image/jpeg;base64,'.length + Math.ceil(brandingLimits.logoBytes / 3) * 4;

/** Always `#rrggbb`. */
export const colourSchema = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i));

/** A picture of pixels, carried as it is: never an address that would be loaded, never SVG. */
export const logoSchema = v.pipe(
  v.string(),
  v.maxLength(logoChars),
  v.regex(/^data:image\/(?:png|webp|jpeg);base64,[A-Za-z\d+/]+={0,2}$/),
);

/** Plain, with line breaks; empty: none. */
const plainTextSchema = v.pipe(
  v.string(),
  v.maxLength(brandingLimits.textChars),
  v.regex(/^(?:[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\n)*$/u),
);

const look = {
  /** Null: ours. Shades of it are used where it could not be read itself. */
  accent: v.nullable(colourSchema),
  logo: v.nullable(logoSchema),
  /** To customers: above the form where they come in, and when the session is over. */
  welcomeText: plainTextSchema,
  endText: plainTextSchema,
};

/** What everybody may know of it: part of `GET /api/site`. */
export const lookSchema = v.object(look);
export type Look = v.InferOutput<typeof lookSchema>;

/** `GET` and `PUT /api/branding` (admin) */
export const brandingSchema = v.strictObject({
  /** In place of the name that the relay was started with; null: that one. */
  name: v.nullable(nameSchema),
  ...look,
});
export type Branding = v.InferOutput<typeof brandingSchema>;

export const plainLook: Look = { accent: null, logo: null, welcomeText: '', endText: '' };

/** For a site that has decided nothing. */
export const plainBranding: Branding = { name: null, ...plainLook };
