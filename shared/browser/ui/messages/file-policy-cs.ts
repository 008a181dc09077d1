import type { Forms } from './cs.ts';
import type { filePolicyEn } from './file-policy-en.ts';

/** Pravidla pro soubory na stránkách správce. */
export const filePolicyCs: Record<Forms<keyof typeof filePolicyEn>, string> = {
  'filePolicy.title': 'Soubory v relacích',
  'filePolicy.text':
    'Soubory jdou od jednoho účastníka ke druhému; server žádný neuchovává. Pravidla platí i ve složkách, které zákazníci hostiteli otevřou. Běžící relace se drží pravidel, se kterými začala.',
  'filePolicy.from': 'Kdo smí zveřejňovat soubory',
  'filePolicy.from.nobody': 'Nikdo',
  'filePolicy.from.hosts': 'Hostitelé',
  'filePolicy.from.all': 'Hostitelé i zákazníci',
  'filePolicy.most': 'Největší soubor',
  'filePolicy.dangerous': 'Programy, skripty a zástupci',
  'filePolicy.dangerous.warn': 'Dovolit s varováním',
  'filePolicy.dangerous.refuse': 'Odmítnout',
  'filePolicy.dangerousText.warn': 'Kdo takový stahuje, dozví se, co to je, a potvrdí to.',
  'filePolicy.dangerousText.refuse': 'I to, co se jmenuje jinak, ale je to program.',
  'filePolicy.onlyEndings': 'Jen tyto přípony',
  'filePolicy.onlyEndingsHint': 'Oddělené čárkami. Prázdné: všechny.',
  'filePolicy.wrongEnding': 'Přípona má jen písmena a číslice, nejvýš 16.',
  'files.part.files': 'Soubory v relacích',
};
