import type { Site } from '../../protocol/rest.ts';
import { t } from './i18n.ts';

/** Whose page it is: the site, by its logo or with the product's mark; without a site, the product. */
export function Brand({ site }: { site?: { name: string; look: Pick<Site['look'], 'logo'> } }) {
  const logo = site?.look.logo ?? null;
  if (site && logo !== null) {
    return (
      <div class="brand">
        <img class="brand-logo" src={logo} alt={site.name} />
      </div>
    );
  }
  return (
    <div class="brand">
      <BrandMark />
      <span>{site ? site.name : t('app.name')}</span>
    </div>
  );
}

/** Two shapes, side by side. */
function BrandMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="3" width="12" height="16" rx="5" fill="currentColor" opacity="0.45" />
      <rect x="9" y="3" width="12" height="16" rx="5" fill="var(--accent)" opacity="0.9" />
    </svg>
  );
}
