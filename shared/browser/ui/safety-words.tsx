import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from './i18n.ts';

/** The four words that stand on both screens alike. Words that change in mid-session have to be compared again. */
export function SafetyWords({ words }: { words: ReadonlySignal<readonly string[] | null> }) {
  const compared = useSignal<string | null>(null);
  const now = words.value?.join(' · ') ?? null;
  useEffect(() => {
    compared.value ??= now;
  }, [now]);

  if (now === null) return null;
  const isNew = compared.value !== null && compared.value !== now;
  return (
    <span class="row">
      <span class="safety-words" title={t('words.help')}>
        <span class="visually-hidden">{t('words.title')}: </span>
        {now}
      </span>
      {isNew && (
        <span class="tag warn" role="status">
          {t('words.renewed')}
          <button type="button" class="quiet" onClick={() => (compared.value = now)}>
            {t('words.compared')}
          </button>
        </span>
      )}
    </span>
  );
}
