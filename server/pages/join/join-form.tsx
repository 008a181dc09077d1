import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Seat, Site } from '../../../shared/protocol/rest.ts';
import { parseSessionNumber } from '../../../shared/protocol/session-number.ts';
import { joinProblem } from './join-problem.ts';

/** Number and name; the number may be pasted with blanks or dashes. */
export function JoinForm({ site, onSeat }: { site: Site; onSeat: (seat: Seat) => void }) {
  const id = useId();
  const number = useSignal('');
  const name = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<{ field: 'number' | 'name'; text: string } | null>(null);

  const join = async () => {
    const digits = parseSessionNumber(number.value);
    if (!digits) return void (problem.value = { field: 'number', text: t('join.numberShort') });
    if (!name.value.trim()) return void (problem.value = { field: 'name', text: t('join.nameMissing') });
    busy.value = true;
    const result = await createRelayApi(location.origin).join({
      sessionNumber: digits,
      name: name.value.trim(),
    });
    busy.value = false;
    if (result.ok) return onSeat(result.value);
    problem.value = { field: 'number', text: joinProblem(result) };
    return undefined;
  };

  const field = (which: 'number' | 'name') => ({
    id: `${id}-${which}`,
    'aria-invalid': problem.value?.field === which,
    'aria-describedby': `${id}-${which}-help`,
  });
  const help = (which: 'number' | 'name', text: string) => {
    const wrong = problem.value?.field === which ? problem.value.text : null;
    return (
      <p id={`${id}-${which}-help`} class={wrong ? 'problem' : 'hint'} role={wrong ? 'alert' : undefined}>
        {wrong ?? text}
      </p>
    );
  };

  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <h1>{t('join.title', { site: site.name })}</h1>
      {site.look.welcomeText !== '' && <p class="site-text">{site.look.welcomeText}</p>}
      <p>{t('join.text')}</p>
      <div class="field">
        <label for={`${id}-number`}>{t('join.number')}</label>
        <input
          {...field('number')}
          name="number"
          inputMode="numeric"
          autocomplete="off"
          placeholder="123 456 789"
          value={number.value}
          onInput={(event) => (number.value = event.currentTarget.value)}
        />
        {help('number', t('join.numberHelp'))}
      </div>
      <div class="field">
        <label for={`${id}-name`}>{t('join.name')}</label>
        <input
          {...field('name')}
          name="name"
          autocomplete="name"
          maxLength={60}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        {help('name', t('join.nameHelp'))}
      </div>
      <button type="submit" class="primary" disabled={busy.value}>
        {t('join.submit')}
      </button>
      <p class="hint">{t('join.beware')}</p>
    </form>
  );
}
