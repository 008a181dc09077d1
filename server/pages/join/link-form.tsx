import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { JoinInvitation } from '../../../shared/mail/join-link.ts';
import type { Seat, Site } from '../../../shared/protocol/rest.ts';
import { joinProblem } from './join-problem.ts';

interface Props {
  site: Site;
  invitation: JoinInvitation;
  onSeat: (seat: Seat) => void;
  /** The link is of no use: go on with a number. */
  onNumber: () => void;
}

/** Who comes by a link says a name and nothing else. */
export function LinkForm({ site, invitation, onSeat, onNumber }: Props) {
  const id = useId();
  const name = useSignal(invitation.name);
  const busy = useSignal(false);
  const problem = useSignal<{ isOfName: boolean; text: string } | null>(null);

  const join = async () => {
    if (!name.value.trim()) return void (problem.value = { isOfName: true, text: t('join.nameMissing') });
    busy.value = true;
    const result = await createRelayApi(location.origin).join({ code: invitation.code, name: name.value.trim() });
    busy.value = false;
    if (result.ok) return onSeat(result.value);
    const isGone = result.code === 'number.unknown' || result.code === 'session.ended';
    problem.value = { isOfName: false, text: isGone ? t('join.linkGone') : joinProblem(result) };
    return undefined;
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
      <p>{t('join.linkText')}</p>
      <div class="field">
        <label for={`${id}-name`}>{t('join.name')}</label>
        <input
          id={`${id}-name`}
          name="name"
          autocomplete="name"
          maxLength={60}
          aria-invalid={problem.value?.isOfName === true}
          aria-describedby={`${id}-help`}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        <p id={`${id}-help`} class={problem.value ? 'problem' : 'hint'} role={problem.value ? 'alert' : undefined}>
          {problem.value?.text ?? t('join.nameHelp')}
        </p>
      </div>
      <button type="submit" class="primary" disabled={busy.value}>
        {t('join.submit')}
      </button>
      <button type="button" class="quiet" onClick={onNumber}>
        {t('join.withNumber')}
      </button>
      <p class="hint">{t('join.beware')}</p>
    </form>
  );
}
