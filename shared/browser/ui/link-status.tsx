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
  /** For those who only want to know whether it is good: path and time are in the title. */
  isPlain?: boolean;
}

/** Path, round-trip time and quality of a link, and since when nothing has come over it, as a tag. */
export function LinkStatus({ link, silentMs, isPlain = false }: Props) {
  const path = link.path.value;
  const ms = link.roundTripMs.value;
  const quality = linkQuality(path, ms, silentMs ?? 0);
  const isSilent = silentMs !== null && silentMs >= silentAfterMs;
  const measured = path !== 'none' && ms !== null ? t('console.ms', { ms: Math.round(ms) }) : null;
  const facts = [t(pathText[path]), measured].filter((fact) => fact !== null);
  return (
    <span
      class={`tag link-status ${toneOf[quality]}`}
      data-path={path}
      data-quality={quality}
      title={isPlain ? facts.join(' · ') : t('console.path')}
    >
      {isPlain ? <span>{t(`glance.plain.${quality}`)}</span> : facts.map((fact) => <span key={fact}>{fact}</span>)}
      {path !== 'none' && !isPlain && <span>{t(`glance.${quality}`)}</span>}
      {isSilent && <span>{t('glance.silent', { time: durationText(silentMs) })}</span>}
    </span>
  );
}
