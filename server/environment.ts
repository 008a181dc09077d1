import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { nameSchema } from '../shared/protocol/ids.ts';
import type { Settings } from './deps.ts';
import { count, listOf } from './environment-value.ts';
import { blobSettings, type BlobSettings, blobVariables } from './blobs/blob-settings.ts';
import { type RelayLimits, relayLimits } from './limits/relay-limits.ts';
import { mailSettings, mailVariables } from './mail/mail-settings.ts';
import { turnSettings, turnVariables } from './turn/turn-settings.ts';

/** Of the key in manifest.json. */
const chromeExtension = 'chrome-extension://ojblojdmpilpnnjafcelmephbodhkoio';

const origin = v.pipe(
  v.string(),
  v.check((text) => /^https?:\/\//.test(text) && URL.canParse(text)),
  v.transform((text) => new URL(text).origin),
);
const storePage = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const extensionOrigin = v.pipe(v.string(), v.regex(/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/));

const variables = v.object({
  BESIDE_PORT: v.optional(count(0, 65_535), '8787'),
  BESIDE_DATA: v.optional(v.string(), './data'),
  BESIDE_PUBLIC_URL: v.optional(origin),
  BESIDE_DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
  BESIDE_SITE_NAME: v.optional(nameSchema, 'Beside'),
  BESIDE_PEER_TO_PEER: v.optional(v.picklist(['on', 'off']), 'on'),
  ...turnVariables,
  ...mailVariables,
  ...blobVariables,
  BESIDE_STORE_CHROME: v.optional(storePage),
  BESIDE_STORE_FIREFOX: v.optional(storePage),
  BESIDE_EXTENSION_ORIGINS: v.optional(listOf(extensionOrigin), ''),
  BESIDE_WEBHOOK_PRIVATE: v.optional(v.picklist(['on', 'off']), 'off'),
  BESIDE_TRUSTED_PROXY: v.optional(count(0, 10), '0'),
  BESIDE_SECRET: v.optional(v.pipe(v.string(), v.minLength(32))),
  BESIDE_JOINS_PER_MINUTE: v.optional(count(1, 100_000), String(relayLimits.joinsPerMinute)),
  BESIDE_LOG: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

type Variables = v.InferOutput<typeof variables>;

const schema = v.pipe(
  variables,
  needs('BESIDE_TURN_SECRET', 'BESIDE_TURN_URLS'),
  needs('BESIDE_TURN_CERT', 'BESIDE_TURN_KEY'),
  needs('BESIDE_TURN_KEY', 'BESIDE_TURN_CERT'),
  needs('BESIDE_SMTP_URL', 'BESIDE_MAIL_FROM'),
  needs('BESIDE_MAIL_FROM', 'BESIDE_SMTP_URL'),
  needs('BESIDE_S3_KEY', 'BESIDE_S3_SECRET'),
  needs('BESIDE_S3_SECRET', 'BESIDE_S3_KEY'),
  needs('BESIDE_S3_ENDPOINT', 'BESIDE_S3_BUCKET'),
);

/** One that means nothing without the other. */
function needs(one: keyof Variables, other: keyof Variables) {
  return v.forward(
    v.check<Variables, string>((given) => given[one] === undefined || given[other] !== undefined, other),
    [other],
  );
}

export interface Environment {
  port: number;
  data: string;
  databaseUrl: string | undefined;
  blobs: BlobSettings;
  secret: string | undefined;
  logLevel: string;
  limits: RelayLimits;
  /** `port` is the one listened on, which for 0 is known late. */
  settings(port: number): Settings;
}

/** The environment's variables, checked. A wrong one is an error that names it and nothing else. */
export function readEnvironment(
  env: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; variable: string } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) return { ok: false, variable: v.getDotPath(parsed.issues[0])?.split('.')[0] ?? 'BESIDE_*' };
  const known = parsed.output;
  const root = fileURLToPath(new URL('..', import.meta.url));
  const publicUrl = known.BESIDE_PUBLIC_URL;
  return {
    ok: true,
    environment: {
      port: known.BESIDE_PORT,
      data: known.BESIDE_DATA,
      databaseUrl: known.BESIDE_DATABASE_URL,
      blobs: blobSettings(known, join(known.BESIDE_DATA, 'blobs')),
      secret: known.BESIDE_SECRET,
      logLevel: known.BESIDE_LOG,
      limits: { ...relayLimits, joinsPerMinute: known.BESIDE_JOINS_PER_MINUTE },
      settings: (port) => ({
        siteName: known.BESIDE_SITE_NAME,
        peerToPeer: known.BESIDE_PEER_TO_PEER === 'on',
        turn: turnSettings(known, port, publicUrl ?? `http://localhost:${port}`),
        mail: mailSettings(known),
        publicOrigins: publicUrl ? [publicUrl] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
        extensionOrigins: [chromeExtension, ...known.BESIDE_EXTENSION_ORIGINS],
        trustedProxies: known.BESIDE_TRUSTED_PROXY,
        folders: {
          pages: join(root, 'dist/pages'),
          dist: join(root, 'dist'),
          shop: publicUrl ? null : join(root, 'demo/shop'),
        },
        webhooksPrivate: known.BESIDE_WEBHOOK_PRIVATE === 'on',
        stores: { chrome: known.BESIDE_STORE_CHROME ?? null, firefox: known.BESIDE_STORE_FIREFOX ?? null },
      }),
    },
  };
}
