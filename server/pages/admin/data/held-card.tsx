import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Erased, type Found, heldKinds, heldLimits, type Subject } from '../../../../shared/protocol/held.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { dataApi } from './data-api.ts';
import { HeldFound } from './held-found.tsx';

/** `Erased: 18 facts, 1 report. What goes on was left as it is.` */
function doneText({ erased, left }: Erased): string {
  const gone = heldKinds.filter((kind) => erased[kind] > 0);
  const what = gone.map((kind) => t(`held.gone.${kind}`, { count: erased[kind] })).join(', ');
  const isLeft = left.sessionIds.length + left.requestIds.length > 0;
  return [
    ...(what === '' ? [] : [t('held.erased', { what })]),
    ...(isLeft ? [t('held.left')] : []),
    ...(what === '' && !isLeft ? [t('held.erasedNothing')] : []),
  ].join(' ');
}

/** Finds what is held about one customer or session; what is chosen of it is exported or erased. */
export function HeldCard({ bearer }: { bearer: string }) {
  const id = useId();
  const asked = useSignal('');
  const found = useSignal<Found | null>(null);
  const said = useSignal<string | null>(null);
  const isFailed = useSignal(false);

  const find = async (text: string) => {
    const answer = await dataApi.find(bearer, text);
    isFailed.value = !answer.ok;
    found.value = answer.ok ? answer.value : null;
  };
  const search = async (text: string) => {
    asked.value = text;
    found.value = null;
    said.value = t('held.finding');
    await find(text);
    said.value = null;
  };
  const erase = async (subject: Subject) => {
    said.value = t('held.erasing');
    const answer = await dataApi.erase(bearer, subject);
    if (answer.ok) await find(asked.value);
    else isFailed.value = true;
    said.value = answer.ok ? doneText(answer.value) : null;
  };
  const save = async (subject: Subject) => {
    isFailed.value = !(await dataApi.saveExport(bearer, subject));
  };
  return (
    <SectionCard title={t('held.title')} hint={t('held.hint')}>
      <form
        class="with-button"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('held-text');
          if (typeof text === 'string') void search(text.trim());
        }}
      >
        <div class="field">
          <label for={id}>{t('held.label')}</label>
          <input
            id={id}
            name="held-text"
            type="search"
            required
            minLength={heldLimits.leastChars}
            maxLength={heldLimits.textChars}
            aria-describedby={`${id}-hint`}
            autocomplete="off"
          />
        </div>
        <button type="submit" class="primary">
          {t('held.find')}
        </button>
      </form>
      <p id={`${id}-hint`} class="hint">
        {t('held.labelHint')}
      </p>
      {isFailed.value && (
        <p class="problem" role="alert">
          {t('held.failed')}
        </p>
      )}
      <p role="status">{said.value}</p>
      {found.value && (
        <HeldFound
          key={JSON.stringify(found.value)}
          found={found.value}
          onErase={(subject) => void erase(subject)}
          onExport={(subject) => void save(subject)}
        />
      )}
    </SectionCard>
  );
}
