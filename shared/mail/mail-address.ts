import * as v from 'valibot';

/** One address, plain: no name, no list, no character that means something in a header. */
export const mailAddressSchema = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());

export const mailLanguages = ['en', 'cs'] as const;
export type MailLanguage = (typeof mailLanguages)[number];
