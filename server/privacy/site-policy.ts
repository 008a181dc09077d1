import * as v from 'valibot';
import { defaultPrivacyPolicy, type PrivacyPolicy, privacyPolicySchema } from '../../shared/protocol/privacy-policy.ts';
import type { Deps } from '../deps.ts';

/** The one privacy policy of the site, wherever it is set. */
export interface SitePolicy {
  read(): Promise<PrivacyPolicy>;
  set(policy: PrivacyPolicy): Promise<void>;
  /** Tells the policy as soon as it is known, and again each time it is another. Returns how to stop. */
  follow(handler: (policy: PrivacyPolicy) => void): () => void;
  /** Looks whether another instance has set it, should word of that have been lost. */
  refresh(): Promise<void>;
  close(): void;
}

const setting = 'privacy-policy';
const topic = 'site/privacy-policy';
const storedSchema = v.pipe(v.string(), v.parseJson(), privacyPolicySchema);
/** What nobody can read any more hides rather more than less. */
const unreadable: PrivacyPolicy = { ...defaultPrivacyPolicy, level: 'strict' };

export function createSitePolicy({
  store,
  bus,
  now,
  report,
}: Pick<Deps, 'store' | 'bus' | 'now' | 'report'>): SitePolicy {
  const followers = new Set<(policy: PrivacyPolicy) => void>();
  let known: PrivacyPolicy | null = null;

  async function read(): Promise<PrivacyPolicy> {
    const stored = await store.setting(setting);
    if (stored === undefined) return defaultPrivacyPolicy;
    const parsed = v.safeParse(storedSchema, stored);
    return parsed.success ? parsed.output : unreadable;
  }
  async function refresh() {
    const next = await read();
    if (JSON.stringify(next) === JSON.stringify(known)) return;
    known = next;
    for (const follower of followers) follower(next);
  }
  const unsubscribe = bus.subscribe(topic, () => void refresh().catch(report));

  return {
    read,
    async set(policy) {
      await store.putSetting(setting, JSON.stringify(policy), now());
      bus.publish(topic, '');
    },
    follow(handler) {
      followers.add(handler);
      if (known) handler(known);
      else refresh().catch(report);
      return () => void followers.delete(handler);
    },
    refresh,
    close: unsubscribe,
  };
}
