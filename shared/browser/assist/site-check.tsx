import type { Look } from '../../protocol/branding.ts';
import { t } from '../ui/i18n.ts';

/** The site behind a session and whether this browser was set up for it. */
export interface SiteIdentity {
  name: string;
  origin: string;
  verified: boolean;
  look: Look;
}

export function SiteCheck({ site }: { site: SiteIdentity }) {
  return site.verified ? (
    <span class="tag good">{t('assist.verified')}</span>
  ) : (
    <span class="tag bad" title={site.origin}>
      {t('assist.unverified')}
    </span>
  );
}
