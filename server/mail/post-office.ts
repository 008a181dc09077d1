import { createHash } from 'node:crypto';
import type { Letter } from '../../shared/mail/letter.ts';
import type { Deps } from '../deps.ts';
import { createAttempts } from '../limits/attempts.ts';

export type Posted =
  | { ok: true }
  | { ok: false; code: 'mail.off' | 'mail.failed' }
  | { ok: false; code: 'rate.limited'; waitMs: number };

interface Post {
  /** User id of the host who writes. */
  by: string;
  to: string;
  /** Made once it is clear that it may go. */
  letter: () => Letter | Promise<Letter>;
}

/** Letters of hosts, within limits for each who writes and each who is written to. */
export interface PostOffice {
  send(post: Post): Promise<Posted>;
}

const hourMs = 60 * 60_000;

export function createPostOffice({
  mailer,
  limits,
  now,
  log,
}: Pick<Deps, 'mailer' | 'limits' | 'now' | 'log'>): PostOffice {
  const byHost = createAttempts(limits.mailsOfHostPerHour, now, hourMs);
  const byRecipient = createAttempts(limits.mailsToOnePerHour, now, hourMs);
  const keyOf = (address: string) => createHash('sha256').update(address.toLowerCase()).digest('base64url');

  return {
    async send({ by, to, letter }) {
      if (!mailer) return { ok: false, code: 'mail.off' };
      const waitMs = byHost.wait(by) || byRecipient.wait(keyOf(to));
      if (waitMs > 0) return { ok: false, code: 'rate.limited', waitMs };
      const written = await letter();
      try {
        await mailer.send(to, written);
        log.info({ userId: by }, 'mail sent');
        return { ok: true };
      } catch (error) {
        // The error's text may name the recipient.
        const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
        log.warn({ userId: by, code, responseCode }, 'mail not sent');
        return { ok: false, code: 'mail.failed' };
      }
    },
  };
}
