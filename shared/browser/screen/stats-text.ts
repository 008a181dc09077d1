import { t } from '../ui/i18n.ts';
import type { ScreenStats } from './screen-stats.ts';

const rateText = (kbps: number): string =>
  kbps < 1000 ? t('screen.kbps', { kbps }) : t('screen.mbps', { mbps: (kbps / 1000).toFixed(1) });

/** `1280 × 800 · 30 fps · 1.7 Mbit/s · direct · 40 ms · changes at once, 90 kbit/s` */
export function statsText(
  { width, height, fps, kbps, path, delayMs }: ScreenStats,
  aheadKbps: number | null = null,
): string {
  return [
    `${width} × ${height}`,
    t('screen.fps', { fps }),
    rateText(kbps),
    ...(path ? [t(path === 'direct' ? 'screen.pathDirect' : 'screen.pathRelay')] : []),
    ...(delayMs === null ? [] : [t('console.ms', { ms: delayMs })]),
    ...(aheadKbps === null ? [] : [t('screen.ahead', { rate: rateText(aheadKbps) })]),
  ].join(' · ');
}
