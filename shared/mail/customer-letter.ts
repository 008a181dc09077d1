import { limits } from '../protocol/limits.ts';
import type { Letter } from './letter.ts';
import type { MailLanguage } from './mail-address.ts';

export interface CustomerInvitation {
  site: string;
  /** Who invites. */
  host: string;
  /** The customer's name; empty: not known. */
  name: string;
  link: string;
}

const minutes = limits.sessionNumberLifeMs / 60_000;

const texts = {
  en: {
    subject: ({ host, site }: CustomerInvitation) => `${host} (${site}) invites you to a support session`,
    hello: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
    open: ({ host, site }: CustomerInvitation) =>
      `${host} of ${site} would like to help you. Open this link in your browser; nothing has to be typed but your name:`,
    once: `The link works once, within ${minutes} minutes.`,
    control: 'You see who is helping you, and nothing of your computer is shown before you allow it.',
    placeholder: '(the link)',
    ignore: 'If you have not asked for help, ignore this message.',
  },
  cs: {
    subject: ({ host, site }: CustomerInvitation) => `${host} (${site}) vás zve k podpoře na dálku`,
    hello: (name: string) => (name ? `Dobrý den (${name}),` : 'Dobrý den,'),
    open: ({ host, site }: CustomerInvitation) =>
      `${host} (${site}) vám chce pomoci. Otevřete tento odkaz v prohlížeči; napíšete jen své jméno:`,
    once: `Odkaz platí jednou, po dobu ${minutes} minut.`,
    control: 'Uvidíte, kdo vám pomáhá, a nic z vašeho počítače se neukáže dřív, než to dovolíte.',
    placeholder: '(odkaz)',
    ignore: 'Pokud jste o pomoc nežádali, tuto zprávu ignorujte.',
  },
} as const;

export function customerLetter(language: MailLanguage, invitation: CustomerInvitation): Letter {
  const { subject, hello, open, once, control, ignore } = texts[language];
  return {
    language,
    subject: subject(invitation),
    paragraphs: [hello(invitation.name), open(invitation), { link: invitation.link }, `${once} ${control}`, ignore],
  };
}

/** Stands for the link where the letter is shown before there is one. */
export const linkPlaceholder = (language: MailLanguage): string => texts[language].placeholder;

/** The same in short, for a messenger. */
export function customerMessage(language: MailLanguage, invitation: CustomerInvitation): string {
  const { open, once } = texts[language];
  return `${open(invitation)} ${invitation.link} ${once}`;
}
