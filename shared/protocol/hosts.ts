import * as v from 'valibot';
import { mailLanguages } from '../mail/mail-address.ts';
import { nameSchema } from './ids.ts';

/** `GET /api/hosts` (admin) */
export const hostSchema = v.object({
  hostId: v.string(),
  name: v.string(),
  email: v.string(),
  isAdmin: v.boolean(),
  /** One who is not active cannot sign in. */
  isActive: v.boolean(),
});
export type KnownHost = v.InferOutput<typeof hostSchema>;
export const hostsSchema = v.array(hostSchema);

/** `POST /api/hosts` (admin). One with this e-mail who exists already gets a link anew. */
export const newHostSchema = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.maxLength(200), v.email()),
  name: nameSchema,
  isAdmin: v.boolean(),
  /** The link goes to them by mail, in this language; null: it is told in the answer. */
  mail: v.optional(v.nullable(v.picklist(mailLanguages)), null),
});
export type NewHost = v.InferOutput<typeof newHostSchema>;

/** `link`: sets the password, once; null: it has gone by mail. */
export const hostAddedSchema = v.object({
  hostId: v.string(),
  link: v.nullable(v.pipe(v.string(), v.url())),
  mail: v.picklist(['none', 'sent', 'failed']),
});
export type HostAdded = v.InferOutput<typeof hostAddedSchema>;

/** `PUT /api/hosts/:hostId` (admin), for anybody but oneself. */
export const hostChangeSchema = v.strictObject({ isAdmin: v.boolean(), isActive: v.boolean() });
export type HostChange = v.InferOutput<typeof hostChangeSchema>;
