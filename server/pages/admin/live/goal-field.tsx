import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Goal } from '../../../../shared/report/goal.ts';
import { type TextKey, t } from '../say.ts';
import { supervisionApi } from '../supervision-api.ts';

interface Props {
  bearer: string;
  goalMs: number;
  onSet: (goal: Goal) => void;
}

/** How soon customers should be accepted; holds at once. */
export function GoalField({ bearer, goalMs, onSet }: Props) {
  const id = useId();
  const problem = useSignal<TextKey | null>(null);
  const set = async (text: string) => {
    const answer = await supervisionApi.setGoal(bearer, Math.round(Number(text)) * 1_000);
    problem.value = answer.ok ? null : 'join.error';
    if (answer.ok) onSet(answer.value);
  };
  return (
    <div class="field">
      <label for={id}>{t('goal.label')}</label>
      <span class="with-unit">
        <input
          id={id}
          name="goal"
          type="number"
          inputMode="numeric"
          min={1}
          max={3600}
          key={goalMs}
          defaultValue={String(Math.round(goalMs / 1_000))}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            if (currentTarget.checkValidity() && currentTarget.value !== '') void set(currentTarget.value);
          }}
        />
        <span class="hint">{t('admin.seconds')}</span>
      </span>
      <p id={`${id}-hint`} class="visually-hidden">
        {t('goal.hint')}
      </p>
      {problem.value && (
        <p class="problem" role="alert">
          {t(problem.value)}
        </p>
      )}
    </div>
  );
}
