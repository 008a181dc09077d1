import { clockTime } from '../../../shared/browser/ui/i18n.ts';
import { t } from './say.ts';

/** `21:05 to 21:07`; what lasts less than a minute has one time. */
export function spanText(from: number, to: number | null): string {
  if (to === null) return t('report.since', { from: clockTime(from) });
  const [begins, ends] = [clockTime(from), clockTime(to)];
  return begins === ends ? begins : t('report.span', { from: begins, to: ends });
}
