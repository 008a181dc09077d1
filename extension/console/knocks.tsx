import { clockTime, t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';

/** Those who typed the number and wait: nobody comes in by the number alone. */
export function Knocks({ session }: { session: ConsoleSession }) {
  return (
    <div class="knocks" aria-live="assertive">
      {session.waiting.value.map((person) => (
        <div key={person.id} class="knock">
          <strong>{t('console.knocks', { name: person.name })}</strong>
          <span class="hint">{t('console.knocksSince', { time: clockTime(person.since) })}</span>
          <button type="button" class="primary" onClick={() => session.admit(person.id)}>
            {t('console.admit')}
          </button>
          <button type="button" onClick={() => session.refuse(person.id)}>
            {t('console.refuse')}
          </button>
        </div>
      ))}
    </div>
  );
}
