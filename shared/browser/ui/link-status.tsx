import type { Link, LinkPath } from '../link/contract.ts';
import { type LinkQuality, linkQuality, silentAfterMs } from '../link/link-quality.ts';
import { durationText, type MessageKey, t } from './i18n.ts';

const pathText: Record<LinkPath, MessageKey> = {
  none: 'console.pathNone',
  relay: 'console.pathRelay',
  direct: 'console.pathDirect',
};
const toneOf: Record<LinkQuality, string> = { good: 'good', fair: 'warn', poor: 'bad', none: 'warn' };

interface Props {
  link: Pick<Link, 'path' | 'roundTripMs'>;
  /** Since the other side was heard of last; null: never. */
  silentMs: number | null;
}

/** Path, round-trip time and quality of a link, and since when nothing has come over it, as a tag. */
export function LinkStatus({ link, silentMs }: Props) {
  const path = link.path.value;
  const ms = link.roundTripMs.value;
  const quality = linkQuality(path, ms, silentMs ?? 0);
  const isSilent = silentMs !== null && silentMs >= silentAfterMs;
  return (
    <span class={`tag ${toneOf[quality]}`} data-path={path} data-quality={quality} title={t('console.path')}>
      {t(pathText[path])}
      {path !== 'none' && ms !== null && <span data-round-trip>{t('console.ms', { ms: Math.round(ms) })}</span>}
      {path !== 'none' && <span>{t(`glance.${quality}`)}</span>}
      {isSilent && <span>{t('glance.silent', { time: durationText(silentMs) })}</span>}
    </span>
  );
}
