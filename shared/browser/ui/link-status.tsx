import type { Link, LinkPath } from '../link/contract.ts';
import { type MessageKey, t } from './i18n.ts';

const pathText: Record<LinkPath, MessageKey> = {
  none: 'console.pathNone',
  relay: 'console.pathRelay',
  direct: 'console.pathDirect',
};

/** Path and round-trip time of a link, as a tag. */
export function LinkStatus({ link }: { link: Pick<Link, 'path' | 'roundTripMs'> }) {
  const path = link.path.value;
  const ms = link.roundTripMs.value;
  return (
    <span class={`tag ${path === 'none' ? 'warn' : 'good'}`} data-path={path} title={t('console.path')}>
      {t(pathText[path])}
      {path !== 'none' && ms !== null && <span data-round-trip>{t('console.ms', { ms: Math.round(ms) })}</span>}
    </span>
  );
}
