import { useSignal } from '@preact/signals';
import { type Scope, scopes } from '../../../../shared/protocol/api-keys.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Ticks } from '../fields/ticks.tsx';
import { type TextKey, t } from '../say.ts';
import { supervisionApi } from '../supervision-api.ts';

/** Makes a key, and shows its secret this once. */
export function KeyForm({ bearer, onMade }: { bearer: string; onMade: () => void }) {
  const name = useSignal('');
  const chosen = useSignal<readonly Scope[]>([]);
  const isBusy = useSignal(false);
  const made = useSignal<{ name: string; secret: string } | null>(null);
  const problem = useSignal<TextKey | null>(null);

  async function make() {
    isBusy.value = true;
    const key = { name: name.value.trim(), scopes: scopes.filter((scope) => chosen.value.includes(scope)) };
    const answer = await supervisionApi.makeKey(bearer, key);
    isBusy.value = false;
    problem.value = answer.ok ? null : answer.why === 'refused' ? 'keys.malformed' : 'join.error';
    if (!answer.ok) return;
    made.value = { name: key.name, secret: answer.value.secret };
    name.value = '';
    chosen.value = [];
    onMade();
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3>{t('keys.make')}</h3>
      <TextField
        label={t('keys.name')}
        name="key-name"
        maxLength={60}
        value={name.value}
        onInput={(text) => (name.value = text)}
      />
      <fieldset class="stack">
        <legend class="visually-hidden">{t('keys.scopes')}</legend>
        <Ticks all={scopes} chosen={chosen} labelOf={(scope) => t(`scope.${scope}`)} name="scope" />
      </fieldset>
      <p class="problem" role="alert">
        {problem.value && t(problem.value)}
      </p>
      <div class="row">
        <button type="submit" disabled={isBusy.value}>
          {t('keys.makeButton')}
        </button>
      </div>
      {made.value && (
        <div class="notice" role="status">
          <p>{t('keys.madeNow', { name: made.value.name })}</p>
          <CopyLine label={t('keys.secret')} text={made.value.secret} />
        </div>
      )}
    </form>
  );
}
