import { t } from './i18n.ts';

/** The product's mark: two shapes, side by side. */
export function Brand() {
  return (
    <div class="brand">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <rect x="1" y="3" width="12" height="16" rx="5" fill="currentColor" opacity="0.45" />
        <rect x="9" y="3" width="12" height="16" rx="5" fill="var(--accent)" opacity="0.9" />
      </svg>
      {t('app.name')}
    </div>
  );
}
