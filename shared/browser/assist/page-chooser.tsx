import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { type MessageKey, t } from '../ui/i18n.ts';
import type { PageChoice, PageList, PageSharing } from './page-sharing.ts';

interface Props {
  sharing: Pick<PageSharing, 'pages' | 'askAccess' | 'onePage'>;
  /** Said where there is none. */
  none?: MessageKey;
  list: Signal<PageList | null>;
  chosen: Signal<PageChoice | null>;
}

export const NamedPage = ({ page }: { page: PageChoice }) => (
  <p>
    {t('consent.page')}: <strong>{page.title}</strong> <span class="hint">{page.origin}</span>
  </p>
);

/** Names the page that would be shown and lets the customer take another one. */
export function PageChooser({ sharing, none = 'consent.noPages', list, chosen }: Props) {
  const id = useId();
  const denied = useSignal(false);

  const load = async () => {
    const found = await sharing.pages();
    list.value = found;
    if (!found.pages.some((page) => page.id === chosen.value?.id)) {
      chosen.value = found.pages.find((page) => page.front) ?? found.pages[0] ?? null;
    }
  };
  useEffect(() => void load(), []);
  const ask = async () => {
    denied.value = !(await sharing.askAccess());
    await load();
  };

  if (!list.value) return <p class="hint">{t('common.loading')}</p>;
  const { pages, complete } = list.value;
  if (pages.length === 0 && !complete) {
    return (
      <div class="stack">
        <p class={denied.value ? 'problem' : 'hint'}>
          {t(denied.value ? 'consent.accessDenied' : 'consent.choosePagesText')}
        </p>
        <button type="button" class="primary" onClick={() => void ask()}>
          {t('consent.choosePages')}
        </button>
      </div>
    );
  }
  if (pages.length === 0) {
    return (
      <div class="stack">
        <p class="problem">{t(none)}</p>
        <button type="button" onClick={() => void load()}>
          {t('common.retry')}
        </button>
      </div>
    );
  }
  if (sharing.onePage && chosen.value) return <NamedPage page={chosen.value} />;
  return (
    <div class="field">
      <label for={id}>{t('consent.page')}</label>
      <select
        id={id}
        value={String(chosen.value?.id)}
        onChange={(event) => {
          const pageId = Number(event.currentTarget.value);
          chosen.value = pages.find((page) => page.id === pageId) ?? null;
        }}
      >
        {pages.map((page) => (
          <option key={page.id} value={String(page.id)}>
            {page.title} ({page.origin.replace(/^https?:\/\//, '')})
          </option>
        ))}
      </select>
      {!complete && (
        <button type="button" class="quiet" onClick={() => void ask()}>
          {t('consent.otherPage')}
        </button>
      )}
    </div>
  );
}
