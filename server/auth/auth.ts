import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { admin, bearer, deviceAuthorization, oneTimeToken } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Settings } from '../deps.ts';
import { relayLimits } from '../limits/relay-limits.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import type { Database } from '../store/open-database.ts';

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
  await oneAtATime(deps.database, async () => {
    const { runMigrations } = await getMigrations(auth.options);
    await runMigrations();
  });
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
    user: { modelName: 'host_user' },
    session: { modelName: 'host_sign_in' },
    account: { modelName: 'host_account' },
    verification: { modelName: 'host_verification' },
    // The routes count attempts themselves (routes/auth-routes.ts), by the address that they trust.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'beside',
      useSecureCookies: baseURL.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      // Roles `host` and `admin`; a banned host is one who is not active. Its routes are not open.
      admin({ defaultRole: 'host', bannedUserMessage: 'This host is not active.' }),
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
