import type { ReadonlySignal } from '@preact/signals';
import { t } from './i18n.ts';

/** The four words that stand on both screens alike. */
export function SafetyWords({ words }: { words: ReadonlySignal<readonly string[] | null> }) {
  if (!words.value) return null;
  return (
    <span class="safety-words" title={t('console.wordsHelp')}>
      <span class="visually-hidden">{t('console.words')}: </span>
      {words.value.join(' · ')}
    </span>
  );
}
