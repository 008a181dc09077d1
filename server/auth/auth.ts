import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, deviceAuthorization, oneTimeToken } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Settings } from '../deps.ts';
import { relayLimits } from '../limits/relay-limits.ts';
import type { Database } from '../store/open-database.ts';

/** Carries the client's address to the rate limits; whatever a client sends under this name is overwritten. */
export const addressHeader = 'x-relay-ip';

/** The only client that may ask for a device code. */
export const deviceClientId = 'beside-extension';

export interface AuthDeps {
  database: Database;
  settings: Settings;
  secret: string;
  log: Logger;
}

/** Sign-in of hosts, on the relay's own database. Its tables are made here too. */
export async function createAuth(deps: AuthDeps) {
  const auth = build(deps);
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  return auth;
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

function build({ database, settings, secret, log }: AuthDeps) {
  const baseURL = settings.publicOrigins[0];
  return betterAuth({
    appName: settings.siteName,
    baseURL,
    basePath: '/api/auth',
    secret,
    database: { db: database.db, type: database.kind },
    trustedOrigins: [...settings.publicOrigins, ...settings.extensionOrigins, 'moz-extension://*'],
    telemetry: { enabled: false },
    // Messages only: the arguments may hold what must not be logged.
    logger: { level: 'warn', log: (level, message) => log[level === 'error' ? 'error' : 'warn'](message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: relayLimits.passwordMinChars,
      maxPasswordLength: relayLimits.passwordMaxChars,
    },
    user: {
      modelName: 'host_user',
      additionalFields: { role: { type: 'string', required: true, defaultValue: 'host', input: false } },
    },
    session: { modelName: 'host_sign_in' },
    account: { modelName: 'host_account' },
    verification: { modelName: 'host_verification' },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'beside',
      useSecureCookies: baseURL.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      bearer(),
      oneTimeToken({ expiresIn: 2, storeToken: 'hashed' }),
      deviceAuthorization({
        verificationUri: `${baseURL}/device`,
        validateClient: (client) => client === deviceClientId,
        expiresIn: '10m',
        schema: {},
      }),
    ],
  });
}
