import { t } from '../../shared/browser/ui/i18n.ts';

/** The session cannot be opened: why, and the way to try again. */
export function CannotOpen({ reason }: { reason: string }) {
  return (
    <div class="page">
      <section class="card" role="alert">
        <h1>{t('console.cannotOpen')}</h1>
        <p>{reason}</p>
        <p class="hint">{t('console.cannotOpenText')}</p>
        <p>
          <button type="button" class="primary" onClick={() => location.reload()}>
            {t('common.retry')}
          </button>
        </p>
      </section>
    </div>
  );
}
