import * as v from 'valibot';

/** Address of a STUN or TURN server, as browsers take it. */
export const iceUrlSchema = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^(stuns?:[^\s,?@/]+|turns?:[^\s,?@/]+(\?transport=(udp|tcp))?)$/),
);

/** For one participant in one session, and not for long; never in a log or a URL. */
export const iceServerSchema = v.strictObject({
  urls: v.pipe(v.array(iceUrlSchema), v.minLength(1), v.maxLength(8)),
  username: v.exactOptional(v.pipe(v.string(), v.maxLength(256))),
  credential: v.exactOptional(v.pipe(v.string(), v.maxLength(256))),
});
export type IceServer = v.InferOutput<typeof iceServerSchema>;
