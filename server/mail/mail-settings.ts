import * as v from 'valibot';
import { mailAddressSchema } from '../../shared/mail/mail-address.ts';
import { nameSchema } from '../../shared/protocol/ids.ts';

export interface MailSettings {
  /** `smtp://…` or `smtps://…`, with name and password where the server wants them. */
  url: string;
  from: { name: string; address: string };
}

const smtpUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text)),
);

/** `help@example.com` or `Acme help <help@example.com>` */
const mailFrom = v.pipe(
  v.string(),
  v.transform((text) => {
    const [, name = '', address = text] = /^([^<>]*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
    return { name: name.replaceAll('"', ''), address };
  }),
  v.object({ name: v.union([v.literal(''), nameSchema]), address: mailAddressSchema }),
);

export const mailVariables = { BESIDE_SMTP_URL: v.optional(smtpUrl), BESIDE_MAIL_FROM: v.optional(mailFrom) };

interface Given {
  BESIDE_SMTP_URL?: string | undefined;
  BESIDE_MAIL_FROM?: MailSettings['from'] | undefined;
}

/** Null: this site sends no mail. */
export const mailSettings = ({ BESIDE_SMTP_URL: url, BESIDE_MAIL_FROM: from }: Given): MailSettings | null =>
  url !== undefined && from !== undefined ? { url, from } : null;
