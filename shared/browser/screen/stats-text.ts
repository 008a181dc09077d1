import { t } from '../ui/i18n.ts';
import type { ScreenStats } from './screen-stats.ts';

/** `1280 × 800 · 30 fps · 1.7 Mbit/s · direct · 40 ms` */
export function statsText({ width, height, fps, kbps, path, delayMs }: ScreenStats): string {
  const rate = kbps < 1000 ? t('screen.kbps', { kbps }) : t('screen.mbps', { mbps: (kbps / 1000).toFixed(1) });
  return [
    `${width} × ${height}`,
    t('screen.fps', { fps }),
    rate,
    ...(path ? [t(path === 'direct' ? 'screen.pathDirect' : 'screen.pathRelay')] : []),
    ...(delayMs === null ? [] : [t('console.ms', { ms: delayMs })]),
  ].join(' · ');
}
