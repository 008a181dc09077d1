/** O co hostitel žádá vedle obrazovek a stránek. */
export const toolCs = {
  'tool.recordingTitle': 'Smí se tato relace nahrávat?',
  'tool.recordingWhat': 'Web si odteď uloží, co ukazujete a co se říká. Co {{host}} nevidí, v nahrávce nebude.',
  'tool.filesTitle': 'Smí {{host}} pracovat ve vaší složce?',
  'tool.filesWhat':
    'Vyberete složku a určíte, zda v ní {{host}} smí jen prohlížet a kopírovat, nebo i měnit. Bez vašeho souhlasu se nic nesmaže ani nenahradí.',
  'tool.systemTitle': 'Smí {{host}} vidět údaje o tomto počítači?',
  'tool.systemWhat':
    'Prohlížeč, obrazovka, přiblížení, jazyky a systém. Nejdřív je uvidíte vy. Žádné soubory, žádná jména lidí.',
  'tool.page-logTitle': 'Smí {{host}} vidět chyby ukázané stránky?',
  'tool.page-logWhat':
    'Co stránka píše svým vývojářům a které její požadavky selhaly. Adresy se ukážou bez toho, co by mohlo být tajné.',
  'tool.once': 'Jen jednou. Pro další pohled je třeba požádat znovu.',
  'receipt.tool.recording': 'Sezení se nahrávalo ({{when}})',
  'receipt.tool.files': '{{host}} – práce ve vaší složce ({{when}})',
  'receipt.tool.system': '{{host}} – údaje o vašem počítači ({{when}})',
  'receipt.tool.page-log': '{{host}} – chyby vaší stránky ({{when}})',
  'error.tool.busy': 'O to je už požádáno, nebo je to povoleno.',
  'error.tool.too-late': 'Otázka byla otevřena příliš dlouho. Je třeba se zeptat znovu.',
} as const;
