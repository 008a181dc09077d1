import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { QueueFace } from '../../../shared/protocol/desk.ts';
import { checkAnswers } from '../../../shared/queue/check-answers.ts';
import type { AnswerFault, Answers } from '../../../shared/queue/form.ts';
import { listOf, t } from '../../../shared/browser/ui/i18n.ts';
import { language } from '../../../shared/browser/ui/language.ts';
import { AnswerField } from './answer-field.tsx';
import type { Given } from './asked-from.ts';

const languageNames = new Intl.DisplayNames(language, { type: 'language' });

export interface Entry {
  name: string;
  answers: Answers;
  hostId: string | null;
}

interface Props {
  queue: QueueFace;
  welcomeText: string;
  given: Given;
  busy: boolean;
  problem: string | null;
  onEnter: (entry: Entry) => void;
}

/** What the queue asks before one waits in it, with what is known already. */
export function EntryForm({ queue, welcomeText, given, busy, problem, onEnter }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const name = useSignal(given.name);
  const answers = useSignal<Record<string, string>>(given.answers);
  const hostId = useSignal('');
  const faults = useSignal<Record<string, AnswerFault>>({});
  const isNameless = useSignal(false);

  const enter = () => {
    const found = checkAnswers(queue.form, answers.value);
    faults.value = found;
    isNameless.value = queue.isNameAsked && name.value.trim() === '';
    if (Object.keys(found).length > 0 || isNameless.value) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    onEnter({
      name: name.value.trim() || t('help.nameless'),
      answers: answers.value,
      hostId: hostId.value || null,
    });
  };

  return (
    <form
      ref={form}
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <h1>{queue.name}</h1>
      {welcomeText !== '' && <p class="site-text">{welcomeText}</p>}
      {queue.description && <p>{queue.description}</p>}
      {queue.languages.length > 0 && (
        <p class="hint">
          {t('help.languages', { names: listOf(queue.languages.map((tag) => languageNames.of(tag) ?? tag)) })}
        </p>
      )}
      {queue.isNameAsked && (
        <div class="field">
          <label for={`${id}-name`}>{t('join.name')}</label>
          <input
            id={`${id}-name`}
            name="name"
            autocomplete="name"
            maxLength={60}
            value={name.value}
            aria-invalid={isNameless.value}
            aria-describedby={`${id}-name-help`}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
          <p id={`${id}-name-help`} class={isNameless.value ? 'problem' : 'hint'}>
            {t(isNameless.value ? 'join.nameMissing' : 'join.nameHelp')}
          </p>
        </div>
      )}
      {queue.form.map((field) => (
        <AnswerField
          key={field.id}
          id={`${id}-${field.id}`}
          field={field}
          value={answers.value[field.id] ?? ''}
          fault={faults.value[field.id]}
          onInput={(value) => (answers.value = { ...answers.value, [field.id]: value })}
        />
      ))}
      {queue.hosts.length > 0 && (
        <div class="field">
          <label for={`${id}-host`}>{t('help.host')}</label>
          <select
            id={`${id}-host`}
            value={hostId.value}
            onChange={(event) => (hostId.value = event.currentTarget.value)}
          >
            <option value="">{t('help.anyHost')}</option>
            {queue.hosts.map((host) => (
              <option key={host.hostId} value={host.hostId}>
                {host.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {!queue.isSomebodyThere && queue.nobodyText && <p class="hint">{queue.nobodyText}</p>}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="primary" disabled={busy}>
        {t('help.ask')}
      </button>
      <p class="hint">{t('help.consentFirst')}</p>
    </form>
  );
}
