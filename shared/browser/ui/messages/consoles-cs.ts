import type { consolesEn } from './consoles-en.ts';

/** Czech texts of the three consoles. */
export const consolesCs: Record<keyof typeof consolesEn, string> = {
  'layout.title': 'Změnit konzoli',
  'layout.dashboard': 'Pracovní plocha',
  'layout.tray': 'Lišta',
  'layout.multi': 'Okno více relací',

  'multi.title': 'Relace',
  'multi.tiles': 'Až {{count}} vedle sebe',
  'multi.empty': 'Žádná relace není otevřená.',
  'multi.emptyText': 'Relace, které zahájíte nebo přijmete, sem přijdou samy.',
  'multi.elsewhere': 'V jiném okně',
  'multi.keys': 'Alt a číslo přenese relaci dopředu.',
  'multi.switch': 'K relaci tohoto okna, v pořadí seznamu',
  'multi.waits': 'čeká {{time}}',
  'multi.close': 'Odebrat ze seznamu: {{name}}',
  'multi.calls': '{{name}}: {{what}}.',
  'multi.state.connecting': 'Připojuje se…',
  'multi.state.lost': 'Otevřená jinde',
  'multi.state.over': 'Skončila',
  'multi.state.rings': 'Volá vám',
  'multi.state.knocks': 'Chce vstoupit',
  'multi.state.invited': 'Zatím nikdo nepřišel',
  'multi.state.away': 'Není u okna',
  'multi.state.shown': 'Vidíte, co ukazuje',
  'multi.state.here': 'Je tady',

  'tray.title': 'Lišta konzole',
  'tray.withCount': '{{name}}, nových: {{count}}',
  'tray.keepOnTop': 'Držet navrchu',
  'tray.cannotKeepOnTop': 'Tento prohlížeč neumí držet okno navrchu',
  'tray.bringBack': 'Zpět do svého okna',
  'tray.isOnTop': 'Lišta je nad všemi okny.',
  'tray.showSurface': 'Zobrazit, co ukazuje',

  'error.console.full': 'Víc relací se do tohoto okna nevejde. Odeberte ze seznamu některou, která skončila.',
};
