import { useComputed } from '@preact/signals';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { DraftBar } from '../draft/draft-bar.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { LevelChoice } from './level-choice.tsx';
import { LineList } from './line-list.tsx';
import { Markers } from './markers.tsx';
import { Playground } from './playground.tsx';
import { policyApi } from './policy-api.ts';
import { draftProblem } from './policy-draft.ts';
import { RulesTable } from './rules-table.tsx';

/** The whole policy, tried beside it at once. */
export function PolicyEditor({ bearer, policy }: { bearer: string; policy: PrivacyPolicy }) {
  const draft = useDraft(policy, (next) => policyApi.set(bearer, next));
  const problem = useComputed(() => draftProblem(draft.value.value));
  const now = draft.value.value;
  const change = (part: Partial<PrivacyPolicy>) => draft.change({ ...now, ...part });

  const list = (field: 'shown' | 'pausePages' | 'allowedOrigins' | 'blockedOrigins') => (
    <LineList
      key={`${field}/${draft.epoch.value}`}
      label={t(`privacy.${field}`)}
      help={t(`privacy.${field}Help`)}
      lines={now[field]}
      onChange={(lines) => change({ [field]: lines })}
    />
  );
  return (
    <div class="privacy">
      <header class="stack">
        <div class="row">
          <Brand />
          <a href="/admin">{t('privacy.back')}</a>
        </div>
        <h1>{t('privacy.title')}</h1>
        <p>{t('privacy.text')}</p>
        <p class="hint">{t('privacy.never')}</p>
      </header>
      <div class="privacy-columns">
        <div class="stack">
          <LevelChoice level={now.level} onChange={(level) => change({ level })} />
          <section class="card">
            <h2>{t('privacy.byDefault')}</h2>
            <label class="tick">
              <input
                type="checkbox"
                name="private-by-default"
                checked={now.privateByDefault}
                onChange={(event) => change({ privateByDefault: event.currentTarget.checked })}
              />
              {t('privacy.privateByDefault')}
            </label>
            {list('shown')}
          </section>
          <RulesTable rules={now.rules} onChange={(rules) => change({ rules })} />
          <section class="card">
            <h2>{t('privacy.pages')}</h2>
            {list('pausePages')}
            {list('allowedOrigins')}
            {list('blockedOrigins')}
          </section>
          <Markers />
        </div>
        <Playground policy={problem.value ? draft.saved.value : now} />
      </div>
      <DraftBar draft={draft} problem={problem.value && t(problem.value)} />
    </div>
  );
}
