import type { Forms } from './cs.ts';
import type { glanceEn } from './glance-en.ts';

/** Czech texts about how good the way to somebody is, and what to do when it is not. */
export const glanceCs: Record<Forms<keyof typeof glanceEn>, string> = {
  'glance.good': 'dobré',
  'glance.fair': 'slabší',
  'glance.poor': 'špatné',
  'glance.none': 'žádné',
  'glance.plain.good': 'Dobré spojení',
  'glance.plain.fair': 'Pomalejší spojení',
  'glance.plain.poor': 'Špatné spojení',
  'glance.plain.none': 'Připojuje se…',
  'glance.silent': 'ticho už {{time}}',
  'glance.offlineFor': 'offline už {{time}}',
  'glance.host': 'Hostitel v této relaci',

  'trouble.no-relay': 'Server není dostupný.',
  'trouble.no-relay.next': 'Zkontrolujte síť. Co napíšete, zůstane, a vše pak pokračuje samo.',
  'trouble.no-way': '{{name}}: spojení ještě není.',
  'trouble.no-way.next': 'Chat funguje. Pokud to potrvá, řekněte: {{name}}, načtěte okno relace znovu.',
  'trouble.silent': '{{name}}: už chvíli nic nepřichází.',
  'trouble.silent.next': 'Síť nebo počítač mohou být vytížené. Poslední obraz zůstává; pokračuje to samo.',
  'trouble.slow': '{{name}}: spojení je pomalé.',
  'trouble.slow.next': 'Na záložce Relace zvolte Screen Sampling, nebo místo plochy sledujte stránku.',

  'error.not-found': 'Už to neexistuje, nebo vám to nepatří.',
  'console.cannotOpen': 'Tuto relaci nejde otevřít',
  'console.cannotOpenText': 'Pokud nový pokus nepomůže, otevřete relaci z okénka na liště.',
};
