import { useSignal } from '@preact/signals';
import { t } from './i18n.ts';

const shownForMs = 2_000;

/** Copies `text`; says so for two seconds. `label` names what is copied. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    copied.value = true;
    setTimeout(() => (copied.value = false), shownForMs);
  };
  return (
    <button type="button" class="quiet" aria-label={`${t('common.copy')}: ${label}`} onClick={() => void copy()}>
      <span aria-live="polite">{copied.value ? t('common.copied') : t('common.copy')}</span>
    </button>
  );
}
