import { useComputed, useSignal } from '@preact/signals';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { LevelChoice } from './level-choice.tsx';
import { LineList } from './line-list.tsx';
import { Markers } from './markers.tsx';
import { Playground } from './playground.tsx';
import { policyApi } from './policy-api.ts';
import { draftProblem } from './policy-draft.ts';
import { RulesTable } from './rules-table.tsx';

const same = (a: PrivacyPolicy, b: PrivacyPolicy) => JSON.stringify(a) === JSON.stringify(b);

/** The whole policy as a draft, tried beside it at once; nothing holds before it is saved. */
export function PolicyEditor({ bearer, policy }: { bearer: string; policy: PrivacyPolicy }) {
  const draft = useSignal(policy);
  const saved = useSignal(policy);
  /** What was saved before, newest last. */
  const before = useSignal<readonly PrivacyPolicy[]>([]);
  const said = useSignal<MessageKey | null>(null);
  const busy = useSignal(false);
  /** Another one each time the draft is replaced as a whole. */
  const epoch = useSignal(0);
  const problem = useComputed(() => draftProblem(draft.value));
  const change = (part: Partial<PrivacyPolicy>) => {
    said.value = null;
    draft.value = { ...draft.value, ...part };
  };

  const replace = (next: PrivacyPolicy) => {
    draft.value = next;
    epoch.value += 1;
  };

  async function put(next: PrivacyPolicy, then: () => void) {
    busy.value = true;
    const answer = await policyApi.set(bearer, next);
    busy.value = false;
    said.value = answer.ok ? 'privacy.saved' : answer.why === 'failed' ? 'join.error' : 'privacy.signedOut';
    if (answer.ok) then();
  }
  const save = () => {
    const [old, next] = [saved.value, draft.value];
    void put(next, () => {
      saved.value = next;
      before.value = [...before.value, old];
    });
  };
  const undo = () => {
    const old = before.value.at(-1);
    if (!old) return;
    void put(old, () => {
      saved.value = old;
      replace(old);
      before.value = before.value.slice(0, -1);
    });
  };

  const list = (field: 'shown' | 'pausePages' | 'allowedOrigins' | 'blockedOrigins') => (
    <LineList
      key={`${field}/${epoch.value}`}
      label={t(`privacy.${field}`)}
      help={t(`privacy.${field}Help`)}
      lines={draft.value[field]}
      onChange={(lines) => change({ [field]: lines })}
    />
  );
  const isChanged = !same(draft.value, saved.value);
  return (
    <div class="privacy">
      <header class="stack">
        <Brand />
        <h1>{t('privacy.title')}</h1>
        <p>{t('privacy.text')}</p>
        <p class="hint">{t('privacy.never')}</p>
      </header>
      <div class="privacy-columns">
        <div class="stack">
          <LevelChoice level={draft.value.level} onChange={(level) => change({ level })} />
          <section class="card">
            <h2>{t('privacy.byDefault')}</h2>
            <label class="tick">
              <input
                type="checkbox"
                name="private-by-default"
                checked={draft.value.privateByDefault}
                onChange={(event) => change({ privateByDefault: event.currentTarget.checked })}
              />
              {t('privacy.privateByDefault')}
            </label>
            {list('shown')}
          </section>
          <RulesTable rules={draft.value.rules} onChange={(rules) => change({ rules })} />
          <section class="card">
            <h2>{t('privacy.pages')}</h2>
            {list('pausePages')}
            {list('allowedOrigins')}
            {list('blockedOrigins')}
          </section>
          <Markers />
        </div>
        <Playground policy={problem.value ? saved.value : draft.value} />
      </div>
      <footer class="privacy-foot">
        <p role="status" class={problem.value ? 'problem' : 'hint'}>
          {problem.value ? t(problem.value) : said.value ? t(said.value) : isChanged ? t('privacy.unsaved') : ''}
        </p>
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={busy.value || !isChanged || problem.value !== null}
            onClick={save}
          >
            {t('options.save')}
          </button>
          <button type="button" disabled={!isChanged} onClick={() => replace(saved.value)}>
            {t('privacy.discard')}
          </button>
          <button type="button" disabled={busy.value || before.value.length === 0} onClick={undo}>
            {t('privacy.undo')}
          </button>
        </div>
      </footer>
    </div>
  );
}
