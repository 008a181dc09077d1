import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { PageChoice, PageSharing } from './page-sharing.ts';

type Pages = 'loading' | 'no-access' | 'denied' | readonly PageChoice[];

/** Names the page that would be shown and lets the customer take another one. */
export function PageChooser({ sharing, chosen }: { sharing: PageSharing; chosen: Signal<PageChoice | null> }) {
  const id = useId();
  const pages = useSignal<Pages>('loading');

  const load = async (otherwise: 'no-access' | 'denied') => {
    const found = await sharing.pages();
    pages.value = found ?? otherwise;
    if (found && !found.some((page) => page.id === chosen.value?.id)) {
      chosen.value = found.find((page) => page.front) ?? found[0] ?? null;
    }
  };
  useEffect(() => void load('no-access'), []);

  if (pages.value === 'loading') return <p class="hint">{t('common.loading')}</p>;
  if (pages.value === 'no-access' || pages.value === 'denied') {
    return (
      <div class="stack">
        <p class={pages.value === 'denied' ? 'problem' : 'hint'}>
          {t(pages.value === 'denied' ? 'consent.accessDenied' : 'consent.choosePagesText')}
        </p>
        <button type="button" class="primary" onClick={() => void sharing.askAccess().then(() => load('denied'))}>
          {t('consent.choosePages')}
        </button>
      </div>
    );
  }
  if (pages.value.length === 0) {
    return (
      <div class="stack">
        <p class="problem">{t('consent.noPages')}</p>
        <button type="button" onClick={() => void load('denied')}>
          {t('common.retry')}
        </button>
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>{t('consent.page')}</label>
      <select
        id={id}
        value={String(chosen.value?.id)}
        onChange={(event) => {
          const pageId = Number(event.currentTarget.value);
          const list = pages.value;
          chosen.value = typeof list === 'string' ? null : (list.find((page) => page.id === pageId) ?? null);
        }}
      >
        {pages.value.map((page) => (
          <option key={page.id} value={String(page.id)}>
            {page.title} ({page.origin.replace(/^https?:\/\//, '')})
          </option>
        ))}
      </select>
    </div>
  );
}
