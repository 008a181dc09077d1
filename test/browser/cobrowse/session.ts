import { onTestFinished } from 'vitest';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { openSession } from '../../lab/open-session.ts';

/** A session in this page that ends with the test. */
export async function startSession(html: string, options: { control?: boolean; policy?: PrivacyPolicy } = {}) {
  const session = await openSession(html, options);
  onTestFinished(session.close);
  return session;
}
