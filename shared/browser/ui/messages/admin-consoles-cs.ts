import type { adminConsolesEn } from './admin-consoles-en.ts';

/** Czech texts of the admin's choice of consoles. */
export const adminConsolesCs: Record<keyof typeof adminConsolesEn, string> = {
  'site.consoles': 'Konzole hostitelů',
  'site.consolesHint':
    'Z čeho si hostitelé smějí vybrat. Změna se hned projeví v otevřených konzolích a nic v nich neukončí.',
  'site.console.dashboard': 'Pracovní plocha',
  'site.consoleText.dashboard': 'Jedna relace v okně, všechny nástroje na pevných kartách.',
  'site.console.tray': 'Lišta',
  'site.consoleText.tray': 'Malý pruh ikon, který nepřekáží; co se ukazuje, se otevře vedle.',
  'site.console.multi': 'Okno více relací',
  'site.consoleText.multi': 'Všechny relace hostitele v jednom okně, až čtyři vedle sebe.',
  'site.consoleText.single': 'Vyžaduje několik relací najednou, což je výše vypnuté.',
  'site.consolesOne': 'Jedna z nich musí zůstat.',
};
