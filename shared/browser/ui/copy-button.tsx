import { useSignal } from '@preact/signals';
import { t } from './i18n.ts';

const shownForMs = 2_000;

interface Props {
  text: string;
  /** What is copied, for those who do not see beside what the button stands. */
  label: string;
  /** What the button says, where “Copy” alone would not tell. */
  says?: string;
}

/** Copies `text`; says so for two seconds. */
export function CopyButton({ text, label, says }: Props) {
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    copied.value = true;
    setTimeout(() => (copied.value = false), shownForMs);
  };
  return (
    <button
      type="button"
      class="quiet"
      aria-label={says ?? `${t('common.copy')}: ${label}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{copied.value ? t('common.copied') : (says ?? t('common.copy'))}</span>
    </button>
  );
}
