import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { linkQuality, silentAfterMs } from '../../shared/browser/link/link-quality.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { troubleOf } from './trouble.ts';

/** A moment's trouble mends itself before it is read. */
const saidAfterMs = 3_000;

/** What does not work now, why, and what to do. */
export function TroubleNotice({ session }: { session: ConsoleSession }) {
  const { client, customer, customerOnline, link, alive } = session;
  const person = customer.value;
  const silentMs = (person && alive.silentMs(person.id)) ?? 0;
  const trouble =
    client.state.value.phase !== 'open'
      ? null
      : troubleOf({
          connection: client.connection.value.phase,
          isCustomerOnline: person?.phase === 'present' && customerOnline.value,
          quality: link.value && linkQuality(link.value.path.value, link.value.roundTripMs.value, silentMs),
          isSilent: silentMs >= silentAfterMs,
        });
  const said = useSignal<typeof trouble>(null);
  useEffect(() => {
    const timer = setTimeout(() => (said.value = trouble), trouble === null ? 0 : saidAfterMs);
    return () => clearTimeout(timer);
  }, [trouble]);
  if (said.value === null || said.value !== trouble) return null;
  return (
    <p class="trouble" data-trouble={said.value}>
      <strong>{t(`trouble.${said.value}`, { name: person?.name ?? '' })}</strong>{' '}
      {t(`trouble.${said.value}.next`, { name: person?.name ?? '' })}
    </p>
  );
}
