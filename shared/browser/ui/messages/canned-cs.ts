import type { cannedEn } from './canned-en.ts';
import type { Forms } from './cs.ts';

/** Czech texts of the pages where the admin prepares texts for the chat. */
export const cannedCs: Record<Forms<keyof typeof cannedEn>, string> = {
  'queue.tab.texts': 'Texty',
  'canned.title': 'Připravené texty pro chat',
  'canned.queueText': 'Hostitelé je vybírají v relacích z této fronty. Texty pro celý web jsou v části Web.',
  'canned.siteText': 'Hostitelé je vybírají v každé relaci, po textech její fronty.',
  'canned.none': 'Zatím tu žádné nejsou.',
  'canned.add': 'Přidat text',
  'canned.most': 'Může jich být {{most}}.',
  'canned.name': 'Podle čeho ho hostitelé najdou',
  'canned.untitled': 'Nový text',
  'canned.in': 'Text: {{language}}',
  'canned.unknown': 'Taková proměnná není: {{names}}.',
  'canned.variable.customer': 'jméno zákazníka',
  'canned.variable.host': 'jméno hostitele, který píše',
  'canned.variable.site': 'název webu',
  'canned.variable.queue': 'název fronty, ze které relace je',
  'canned.variable.number': 'číslo relace, dokud se dá použít',
  'fault.canned': 'Potřebuje název a text aspoň v jednom jazyce.',
};
