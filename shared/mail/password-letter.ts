import type { Letter } from './letter.ts';
import type { MailLanguage } from './mail-address.ts';

interface NewHost {
  site: string;
  name: string;
  /** Sets the password, once. */
  link: string;
}

const texts = {
  en: {
    subject: ({ site }: NewHost) => `You can help customers of ${site}`,
    hello: ({ name }: NewHost) => `Hello ${name},`,
    open: ({ site }: NewHost) => `you are a host of ${site} now. Set your password with this link:`,
    once: 'The link works once, within 24 hours. Then sign in in the extension.',
    ignore: 'If you do not know what this is about, ignore this message.',
  },
  cs: {
    subject: ({ site }: NewHost) => `Můžete pomáhat zákazníkům: ${site}`,
    hello: ({ name }: NewHost) => `Dobrý den (${name}),`,
    open: ({ site }: NewHost) => `jste nyní hostitelem podpory (${site}). Tímto odkazem si nastavte heslo:`,
    once: 'Odkaz platí jednou, do 24 hodin. Potom se přihlaste v rozšíření.',
    ignore: 'Pokud nevíte, čeho se to týká, tuto zprávu ignorujte.',
  },
} as const;

/** To somebody who has become a host. */
export function passwordLetter(language: MailLanguage, host: NewHost): Letter {
  const { subject, hello, open, once, ignore } = texts[language];
  return {
    language,
    subject: subject(host),
    paragraphs: [hello(host), open(host), { link: host.link }, once, ignore],
  };
}
