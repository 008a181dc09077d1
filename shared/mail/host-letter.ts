import type { Letter } from './letter.ts';
import type { MailLanguage } from './mail-address.ts';

interface HostInvitation {
  site: string;
  /** Who asks for help. */
  by: string;
}

const texts = {
  en: {
    subject: ({ by }: HostInvitation) => `${by} asks you to help in a session`,
    open: ({ by, site }: HostInvitation) => `${by} asks you to help in a support session of ${site}.`,
    where: 'Open the extension in your browser, signed in: the invitation stands there with “Join”.',
  },
  cs: {
    subject: ({ by }: HostInvitation) => `${by} vás prosí o pomoc v relaci`,
    open: ({ by, site }: HostInvitation) => `${by} vás prosí o pomoc v relaci podpory (${site}).`,
    where: 'Otevřete rozšíření v prohlížeči, kde jste přihlášeni: pozvánka je v něm s tlačítkem „Připojit se“.',
  },
} as const;

/** To a host who is asked to help. Nothing of the customer stands in it, and no secret. */
export function hostLetter(language: MailLanguage, invitation: HostInvitation): Letter {
  const { subject, open, where } = texts[language];
  return { language, subject: subject(invitation), paragraphs: [open(invitation), where] };
}
