import * as v from 'valibot';
import { mailAddressSchema, mailLanguages } from '../mail/mail-address.ts';
import { availabilities } from '../queue/desk-facts.ts';
import { hostIdSchema } from '../queue/names.ts';
import { nameSchema } from './ids.ts';

/** 256 random bits that lead to a session's lobby, once. In a URL it stands in the fragment only. */
export const joinCodeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** `POST /api/sessions/:sessionId/invitation` (bearer): a link for the customer. */
export const joinCodeAnswerSchema = v.object({
  code: joinCodeSchema,
  /** ms since 1970 */
  expiresAt: v.number(),
});
export type JoinCode = v.InferOutput<typeof joinCodeAnswerSchema>;

const language = v.picklist(mailLanguages);

/** `POST /api/sessions/:sessionId/invitation/mail` (bearer): a link of its own goes to this address. */
export const mailInvitationSchema = v.strictObject({
  to: mailAddressSchema,
  language,
  /** Empty: not known. */
  name: v.union([v.literal(''), nameSchema]),
});
export type MailInvitation = v.InferOutput<typeof mailInvitationSchema>;

/** `GET /api/hosts-list` (bearer): whom a host may ask to help. */
export const otherHostsSchema = v.array(
  v.object({
    hostId: hostIdSchema,
    name: nameSchema,
    /** Null: has not been at the desk of this site. */
    availability: v.nullable(v.picklist(availabilities)),
  }),
);
export type OtherHosts = v.InferOutput<typeof otherHostsSchema>;

/** `POST /api/sessions/:sessionId/hosts` (bearer): a host is asked to help, and told by e-mail too where wished. */
export const hostInvitationSchema = v.strictObject({
  who: v.union([v.strictObject({ hostId: hostIdSchema }), v.strictObject({ email: mailAddressSchema })]),
  /** Null: the invitation stands in their extension only. */
  mail: v.nullable(language),
});
export type HostInvitation = v.InferOutput<typeof hostInvitationSchema>;

export const invitationErrorCodes = ['mail.off', 'mail.failed', 'host.not-found', 'host.here'] as const;
