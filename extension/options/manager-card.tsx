import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type ManagerState, watchManager } from '../../shared/browser/manager/watch-manager.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { askManagerPermission, hasManagerPermission, openManagerPort } from '../platform/manager-port.ts';

/** Whether the Support Manager is there, and how to get it. */
export function ManagerCard({ relay }: { relay: string | null }) {
  const allowed = useSignal<boolean | null>(null);
  const state = useSignal<ManagerState>({ phase: 'looking' });
  useEffect(() => {
    void hasManagerPermission().then((has) => (allowed.value = has));
  }, []);
  useEffect(() => {
    if (!allowed.value) return undefined;
    const stop = new AbortController();
    const found = watchManager(openManagerPort, stop.signal);
    const unsubscribe = found.subscribe((now) => (state.value = now));
    return () => {
      unsubscribe();
      stop.abort();
    };
  }, [allowed.value]);

  return (
    <section class="card">
      <h2>{t('manager.title')}</h2>
      <p class="hint">{t('manager.what')}</p>
      {allowed.value === false && (
        <button type="button" onClick={() => void askManagerPermission().then((has) => (allowed.value = has))}>
          {t('manager.allow')}
        </button>
      )}
      <div role="status" data-manager={allowed.value ? state.value.phase : 'not-allowed'}>
        {allowed.value && <Found state={state.value} />}
      </div>
      {allowed.value && state.value.phase === 'missing' && relay !== null && (
        <a class="button primary" href={`${relay}/downloads`} target="_blank" rel="noreferrer">
          {t('manager.download')}
        </a>
      )}
    </section>
  );
}

function Found({ state }: { state: ManagerState }) {
  switch (state.phase) {
    case 'looking':
      return <p>{t('manager.looking')}</p>;
    case 'missing':
      return (
        <p>
          {t('manager.missing')} {t('manager.how')}
        </p>
      );
    case 'unfit':
      return <p>{t(`manager.unfit.${state.code}`)}</p>;
    case 'ready': {
      const { version, noInput } = state.client.about;
      return (
        <>
          <p>{t('manager.ready', { version })}</p>
          {noInput !== null && <p>{t(`manager.noInput.${noInput}`)}</p>}
        </>
      );
    }
  }
}
