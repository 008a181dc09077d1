import type { ApiKey } from '../../shared/protocol/api-keys.ts';
import type { Deps } from '../deps.ts';
import { createAttempts } from '../limits/attempts.ts';
import { hashSecret } from '../secrets.ts';

export type Opened = { ok: true; key: ApiKey } | { ok: false; waitMs: number | null };

export interface ApiKeys {
  /** `waitMs` null: no key of the site, or one that was revoked. */
  open(secret: string): Promise<Opened>;
  /** It has not been revoked. No call: it is not counted. */
  isThere(secret: string): Promise<boolean>;
}

/** To the minute is enough, and spares a write for each call. */
const usedEachMs = 60_000;

type KeyDeps = Pick<Deps, 'keyStore' | 'now' | 'limits' | 'report'>;

export function createApiKeys({ keyStore: store, now, limits, report }: KeyDeps): ApiKeys {
  const calls = createAttempts(limits.apiKeyCallsPerMinute, now);
  return {
    async open(secret) {
      const key = await store.bySecret(hashSecret(secret));
      if (!key) return { ok: false, waitMs: null };
      const waitMs = calls.wait(key.keyId);
      if (waitMs > 0) return { ok: false, waitMs };
      if (now() - (key.usedAt ?? 0) >= usedEachMs) store.used(key.keyId, now()).catch(report);
      return { ok: true, key };
    },
    isThere: async (secret) => (await store.bySecret(hashSecret(secret))) !== undefined,
  };
}
