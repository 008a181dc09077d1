import type { Forms } from './cs.ts';
import type { hiddenEn } from './hidden-en.ts';

export const hiddenCs: Record<Forms<keyof typeof hiddenEn>, string> = {
  'choose.remember': 'Pamatovat pro tento web',
  'hiddenSites.title': 'Skryté na webech',
  'hiddenSites.text':
    'Co jste na webu skryli a nechali zapamatovat. Zůstane skryté, kdykoli ten web ukážete. Uloženo je to jen v tomto prohlížeči.',
  'hiddenSites.none': 'Nic není zapamatováno.',
  'hiddenSites.remove': 'Zapomenout',
  'hiddenSites.removeAll': 'Zapomenout vše z tohoto webu',
  'hiddenSites.count_one': '{{count}} místo',
  'hiddenSites.count_few': '{{count}} místa',
  'hiddenSites.count_many': '{{count}} místa',
  'hiddenSites.count_other': '{{count}} míst',
};
