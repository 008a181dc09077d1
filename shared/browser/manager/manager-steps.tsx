import { t } from '../ui/i18n.ts';
import type { OwnManager, OwnManagerState } from './own-manager.ts';

/** What there is of a Support Manager on this computer, and the next step to have one. */
export function ManagerSteps({ manager }: { manager: OwnManager }) {
  const state = manager.state.value;
  return (
    <>
      {state.phase === 'not-allowed' && (
        <button type="button" onClick={() => void manager.allow()}>
          {t('manager.allow')}
        </button>
      )}
      <div role="status" data-manager={state.phase}>
        <Found state={state} />
      </div>
      {state.phase === 'missing' && manager.downloads !== null && (
        <a class="button primary" href={manager.downloads} target="_blank" rel="noreferrer">
          {t('manager.download')}
        </a>
      )}
    </>
  );
}

function Found({ state }: { state: OwnManagerState }) {
  switch (state.phase) {
    case 'not-allowed':
    case 'no-extension':
      return null;
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
