import { type Letter, plainText } from '../../../shared/mail/letter.ts';

const part = encodeURIComponent;

/** Opens the letter in the host's own mail program. */
export function mailtoAddress(to: string, letter: Letter): string {
  // The @ stays: some programs do not undo its escape.
  const recipient = part(to).replace('%40', '@');
  return `mailto:${recipient}?subject=${part(letter.subject)}&body=${part(plainText(letter).replaceAll('\n', '\r\n'))}`;
}

/** Opens a messenger with the text in it, before it is chosen to whom. */
export const whatsAppAddress = (text: string): string => `https://wa.me/?text=${part(text)}`;
export const smsAddress = (text: string): string => `sms:?body=${part(text)}`;
