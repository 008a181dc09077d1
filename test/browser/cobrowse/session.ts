import { onTestFinished } from 'vitest';
import { openSession } from '../../lab/open-session.ts';

/** A session in this page that ends with the test. */
export async function startSession(html: string, options: Parameters<typeof openSession>[1] = {}) {
  const session = await openSession(html, options);
  onTestFinished(session.close);
  return session;
}
