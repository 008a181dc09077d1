import type { clipboardEn } from './clipboard-en.ts';
import type { Forms } from './cs.ts';

export const clipboardCs: Record<Forms<keyof typeof clipboardEn>, string> = {
  'clipboard.title': 'Schránka',
  'clipboard.sendMine': 'Poslat mou schránku',
  'clipboard.ask': 'Požádat o jejich schránku',
  'clipboard.send': 'Poslat',
  'clipboard.refuse': 'Neposílat',
  'clipboard.askedTitle': '{{name}} žádá o text z vaší schránky',
  'clipboard.askedText': 'Co jste naposledy zkopírovali, odejde ({{name}}), až stisknete „Poslat“, ne dřív.',
  'clipboard.receivedTitle': 'Text od: {{name}}',
  'clipboard.length_one': '{{count}} znak',
  'clipboard.length_few': '{{count}} znaky',
  'clipboard.length_many': '{{count}} znaku',
  'clipboard.length_other': '{{count}} znaků',
  'clipboard.dismiss': 'Odložit',
  'clipboard.paste': 'Pokud se nic neděje, vložte text sem:',
  'clipboard.sendPasted': 'Poslat text',
  'clipboard.empty': 'Není žádný text k odeslání.',
  'clipboard.too-long': 'Text je příliš dlouhý: smí mít {{kib}} KiB.',
  'clipboard.sent': 'Odesláno: {{name}}.',
  'clipboard.asked': 'Žádost odeslána: {{name}}.',
  'clipboard.refused': '{{name}} text neposílá.',
};
