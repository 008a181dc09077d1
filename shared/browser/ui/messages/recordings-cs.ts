import type { recordingsEn } from './recordings-en.ts';

/** Co správce rozhoduje o nahrávkách. */
export const recordingsCs: Record<keyof typeof recordingsEn, string> = {
  'admin.recording': 'Nahrávání',
  'recordings.text':
    'Které relace se nahrávají. Platí pro relace, které začnou po uložení. Co hostitelé nevidí, není v žádné nahrávce.',
  'recordings.site': 'Web',
  'recordings.siteHint': 'Pro všechny fronty a hostitele, kteří nemají vlastní pravidlo.',
  'recordings.mode': 'Sezení se nahrávají',
  'recordings.never': 'Nikdy',
  'recordings.by-host': 'Když o to hostitel požádá a zákazník to dovolí',
  'recordings.automatic': 'Sama, jakmile se to zákazník dozví',
  'recordings.mayRefuse': 'Zákazník smí odmítnout',
  'recordings.mayRefuseYes': 'Kdo řekne ne, dostane pomoc bez nahrávání.',
  'recordings.mayRefuseNo': 'Kdo řekne ne, z relace odejde. Nikdo se nenahrává, aniž by o tom věděl.',
  'recordings.queues': 'Fronty',
  'recordings.queuesHint': 'Pravidlo fronty má přednost před pravidlem webu.',
  'recordings.queuesNone': 'Žádná fronta nemá vlastní pravidlo.',
  'recordings.queuesAdd': 'Přidat frontu',
  'recordings.hosts': 'Hostitelé',
  'recordings.hostsHint': 'Pravidlo hostitele má přednost před všemi ostatními.',
  'recordings.hostsNone': 'Žádný hostitel nemá vlastní pravidlo.',
  'recordings.hostsAdd': 'Přidat hostitele',
  'recordings.remove': 'Odebrat',
  'recordings.removeOf': 'Odebrat pravidlo: {{name}}',
  'files.part.recording': 'Co se nahrává',
};
