import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ConfirmButton } from '../../../../shared/browser/ui/confirm-button.tsx';
import {
  keepsShorter,
  type Retention,
  retentionDays,
  type RetentionKind,
  retentionKinds,
} from '../../../../shared/protocol/retention.ts';
import { NumberField } from '../fields/number-field.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { type TextKey, t } from '../say.ts';
import { dataApi } from './data-api.ts';

const hints: Partial<Record<RetentionKind, TextKey>> = {
  sessions: 'retention.sessionsHint',
  requests: 'retention.requestsHint',
  audit: 'retention.auditHint',
};

/** How long each kind is kept. */
export function RetentionCard({ bearer, onSet }: { bearer: string; onSet: (kept: Retention) => void }) {
  const saved = useSignal<Retention | null>(null);
  const kept = useSignal<Retention | null>(null);
  const said = useSignal<TextKey | null>(null);
  const problem = useSignal<TextKey | null>(null);
  const take = (retention: Retention) => (saved.value = kept.value = retention);
  useEffect(() => {
    void dataApi.retention(bearer).then((answer) => {
      if (answer.ok) take(answer.value);
      else problem.value = 'retention.notRead';
    });
  }, [bearer]);

  const now = kept.value;
  const before = saved.value;
  const save = async () => {
    if (!now) return;
    const answer = await dataApi.setRetention(bearer, now);
    said.value = answer.ok ? 'retention.saved' : null;
    problem.value = answer.ok ? null : 'retention.failed';
    if (!answer.ok) return;
    take(answer.value);
    onSet(answer.value);
  };
  const isShorter = now && before && keepsShorter(before, now);
  return (
    <SectionCard title={t('retention.title')} hint={t('retention.hint')}>
      {problem.value && (
        <p class="problem" role="alert">
          {t(problem.value)}
        </p>
      )}
      {!now && !problem.value && <p class="hint">{t('common.loading')}</p>}
      {now && (
        <>
          <div class="kept-for">
            {retentionKinds.map((kind) => {
              const hint = hints[kind];
              return (
                <NumberField
                  key={kind}
                  label={t(`retention.${kind}`)}
                  {...(hint && { hint: t(hint) })}
                  name={`keep-${kind}`}
                  min={retentionDays.least}
                  max={retentionDays.most}
                  unit={t('retention.days')}
                  value={now[kind]}
                  onChange={(days) => {
                    kept.value = { ...now, [kind]: days };
                    said.value = null;
                  }}
                />
              );
            })}
          </div>
          <p class="hint">{t('retention.else')}</p>
          <div class="row">
            {isShorter ? (
              <ConfirmButton
                class="primary"
                label={t('retention.save')}
                title={t('retention.shorterTitle')}
                text={t('retention.shorterText')}
                onConfirm={() => void save()}
              />
            ) : (
              <button type="button" class="primary" onClick={() => void save()}>
                {t('retention.save')}
              </button>
            )}
            <span role="status">{said.value && t(said.value)}</span>
          </div>
        </>
      )}
    </SectionCard>
  );
}
