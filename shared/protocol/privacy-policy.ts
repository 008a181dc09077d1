import * as v from 'valibot';

/**
 * What a site decides about the privacy of its customers' pages. It can only say more or less of what is
 * ordinary: passwords, card data, hidden fields, tokens and their like have no switch here, and the filter
 * sees to them before it asks the policy.
 */

export const privacyLevels = ['open', 'assist', 'strict'] as const;

export const ruleActions = [
  /** Text and values are masked. */
  'mask',
  /** A box of its size stands in. */
  'block',
  /** Shown although it would be masked. */
  'show',
  /** Seen, but no host's input reaches it. */
  'no-control',
] as const;

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const selector = text(500);
/** `*` stands for any run of characters, see `matchesUrlGlob`. */
const urlGlob = text(500);
const origin = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/?#@\s*]+$/));
const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(200));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

const privacyRuleSchema = v.strictObject({
  selector,
  /** On pages with such an address only; left out: everywhere. */
  urlGlob: v.optional(urlGlob),
  do: v.picklist(ruleActions),
});
export type PrivacyRule = v.InferOutput<typeof privacyRuleSchema>;

export const privacyPolicySchema = v.strictObject({
  level: v.picklist(privacyLevels),
  rules: list(privacyRuleSchema),
  /** All is masked but what `shown` names. */
  privateByDefault: v.boolean(),
  /** Selectors. */
  shown: list(selector),
  /** On these pages nothing is sent. */
  pausePages: list(urlGlob),
  /** Only pages of these origins are sent; empty: of all. */
  allowedOrigins: list(origin),
  /** Pages of these origins are never sent. */
  blockedOrigins: list(origin),
  limits: v.strictObject({
    /** Of one text node. */
    textChars: count(1_000_000),
    /** Of one attribute. */
    attributeChars: count(1_000_000),
    /** Of one style sheet. */
    cssChars: count(20_000_000),
  }),
});
export type PrivacyPolicy = v.InferOutput<typeof privacyPolicySchema>;

/** For a site that has decided nothing. */
export const defaultPrivacyPolicy: PrivacyPolicy = {
  level: 'assist',
  rules: [],
  privateByDefault: false,
  shown: [],
  pausePages: [],
  allowedOrigins: [],
  blockedOrigins: [],
  limits: { textChars: 200_000, attributeChars: 20_000, cssChars: 8_000_000 },
};
