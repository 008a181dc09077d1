import { createTransport } from 'nodemailer';
import { type Letter, plainText } from '../../shared/mail/letter.ts';
import type { MailSettings } from './mail-settings.ts';
import { toHtml } from './to-html.ts';

export interface Mailer {
  /** `to`: one checked address. Throws what the site's mail server has against it. */
  send(to: string, letter: Letter): Promise<void>;
}

const answerWithinMs = 8_000;

/** Through the site's own mail server. A password goes there over TLS only, but for one on the same machine. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const { hostname, username, protocol } = new URL(url);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    url,
    requireTLS: username !== '' && protocol === 'smtp:' && !isLocal,
    connectionTimeout: answerWithinMs,
    greetingTimeout: answerWithinMs,
    socketTimeout: answerWithinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(to, letter) {
      await transport.sendMail({
        from,
        // As an object it is one recipient, whatever is in it.
        to: { name: '', address: to },
        subject: letter.subject,
        text: plainText(letter),
        html: toHtml(letter),
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
      });
    },
  };
}
