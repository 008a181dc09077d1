import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import * as v from 'valibot';
import { queueIdSchema } from '../../../../shared/queue/names.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { t } from '../say.ts';
import { helpLink } from './embed-snippet.ts';

interface Props {
  id: string;
  taken: readonly string[];
  onRename: (id: string) => void;
}

/** The queue's name in links. It is changed when the field is left: half-typed it could be another queue's. */
export function IdField({ id, taken, onRename }: Props) {
  const fieldId = useId();
  const typed = useSignal(id);
  const problem = !v.is(queueIdSchema, typed.value)
    ? t('queue.idMalformed')
    : typed.value !== id && taken.includes(typed.value)
      ? t('queue.idTaken')
      : null;
  return (
    <>
      <div class="field">
        <label for={fieldId}>{t('queue.id')}</label>
        <input
          id={fieldId}
          name="queue-id"
          spellcheck={false}
          maxLength={40}
          value={typed.value}
          aria-invalid={problem !== null}
          aria-describedby={`${fieldId}-hint`}
          onInput={(event) => (typed.value = event.currentTarget.value)}
          onChange={() => {
            if (problem === null && typed.value !== id) onRename(typed.value);
          }}
          onBlur={() => {
            if (problem !== null) typed.value = id;
          }}
        />
        <p id={`${fieldId}-hint`} class={problem === null ? 'hint' : 'problem'}>
          {problem ?? t('queue.idHint')}
        </p>
      </div>
      <CopyLine label={t('queue.link')} text={helpLink(id)} />
    </>
  );
}
