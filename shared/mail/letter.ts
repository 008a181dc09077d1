import type { MailLanguage } from './mail-address.ts';

/** What is written to somebody: paragraphs, one of which may be a link that stands alone. */
export interface Letter {
  language: MailLanguage;
  subject: string;
  paragraphs: readonly (string | { link: string })[];
}

export const plainText = ({ paragraphs }: Letter): string =>
  `${paragraphs.map((one) => (typeof one === 'string' ? one : one.link)).join('\n\n')}\n`;
