/** The few words of the button, by its look. All others are in the help window. */
const words = {
  en: { open: 'Get help', closed: 'Help is closed now', active: 'Show the help window' },
  cs: { open: 'Získat pomoc', closed: 'Pomoc má teď zavřeno', active: 'Ukázat okno pomoci' },
} as const;
type Words = (typeof words)[keyof typeof words];

/** In the language of the page, or else of the browser. */
export function wordsFor(page: string, browser: string): Words {
  const [language = ''] = (page || browser).toLowerCase().split('-');
  return language === 'cs' ? words.cs : words.en;
}
