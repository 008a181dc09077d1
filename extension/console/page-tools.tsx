import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';

/** Cobrowsing: ask to see and to control the customer's page, and give it back. */
export function PageTools({ session }: { session: ConsoleSession }) {
  const shares = session.shares.value;
  const ended = session.client.state.value.phase === 'ended';
  const can = session.customer.value?.phase === 'present' && session.customerOnline.value && !ended;
  const view = shares?.view?.phase ?? 'off';
  const control = shares?.control?.phase ?? 'off';
  const mirror = session.cobrowse.value;
  const seen = session.watched.value?.seen.value;
  const asking = view === 'requested' ? 'view' : control === 'requested' ? 'control' : null;

  return (
    <div class="tool-row" data-tools="page">
      <h3>{t('console.page')}</h3>
      {view === 'off' && (
        <button
          type="button"
          class="primary"
          disabled={!can || asking !== null}
          onClick={() => session.request('view')}
        >
          {t('console.requestView')}
        </button>
      )}
      {control === 'off' && (
        <button
          type="button"
          class={view === 'on' ? 'primary' : ''}
          disabled={!can || asking !== null}
          onClick={() => session.request('control')}
        >
          {t('console.requestControl')}
        </button>
      )}
      {control === 'on' && seen && !seen.mayControl.value && (
        <button type="button" class="primary" disabled={!can} onClick={() => session.requestControlHere()}>
          {t('console.requestControlHere')}
        </button>
      )}
      {asking && (
        <>
          <span class="tag warn" role="status">
            {t('console.asking', { name: session.customer.value?.name ?? '' })}
          </span>
          <button type="button" onClick={() => session.withdraw(asking)}>
            {t('console.withdraw')}
          </button>
        </>
      )}
      {control === 'on' && (
        <button type="button" onClick={() => session.release('control')}>
          {t('console.release')}
        </button>
      )}
      {view === 'on' && (
        <button type="button" onClick={() => session.release('view')}>
          {t('console.stopView')}
        </button>
      )}
      {control === 'on' && mirror && (
        <span class="tool-group">
          <button type="button" onClick={() => mirror.navigate('back')}>
            {t('console.back')}
          </button>
          <button type="button" onClick={() => mirror.navigate('forward')}>
            {t('console.forward')}
          </button>
          <button type="button" onClick={() => mirror.navigate('reload')}>
            {t('console.reload')}
          </button>
        </span>
      )}
      {view === 'on' && mirror && (
        <button type="button" class="quiet" onClick={() => mirror.refresh()}>
          {t('console.refresh')}
        </button>
      )}
    </div>
  );
}
