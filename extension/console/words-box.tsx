import { t } from '../../shared/browser/ui/i18n.ts';
import { SafetyWords } from '../../shared/browser/ui/safety-words.tsx';
import type { ConsoleSession } from './console-session.ts';

/** The safety words of the way to the customer, once there are any. */
export function WordsBox({ session }: { session: ConsoleSession }) {
  const link = session.link.value;
  if (!link?.words.value) return null;
  return (
    <div class="words-box">
      <h3>{t('words.title')}</h3>
      <SafetyWords words={link.words} />
      <p class="hint">{t('words.help')}</p>
    </div>
  );
}
