export const languages = { en: 'English', cs: 'Čeština' } as const;
export type Language = keyof typeof languages;

const chosenKey = 'beside.language';

/** The language chosen in the settings, or null: as in the browser. Kept per origin. */
export function chosenLanguage(): Language | null {
  const chosen = localStorage.getItem(chosenKey);
  return chosen === 'en' || chosen === 'cs' ? chosen : null;
}

export function chooseLanguage(language: Language | null): void {
  if (language) localStorage.setItem(chosenKey, language);
  else localStorage.removeItem(chosenKey);
}

export const language: Language = chosenLanguage() ?? (navigator.language.startsWith('cs') ? 'cs' : 'en');

document.documentElement.lang = language;
