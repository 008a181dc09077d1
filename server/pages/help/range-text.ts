import { t } from '../../../shared/browser/ui/i18n.ts';
import type { WaitEstimate } from '../../../shared/queue/estimate.ts';

const minutes = (ms: number) => Math.round(ms / 60_000);

/** How long it will take, as a rounded range: nobody knows it better. */
export function rangeText({ fromMs, toMs }: WaitEstimate): string {
  if (toMs === null) return t('waiting.overHour');
  if (minutes(toMs) <= 1) return t('waiting.underMinute');
  return t('waiting.minutes', { from: minutes(fromMs), to: minutes(toMs) });
}
