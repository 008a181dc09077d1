import { durationText } from '../../../../shared/browser/ui/i18n.ts';
import { type Figures, meanHandling, meanWait, serviceLevel } from '../../../../shared/report/figures.ts';
import { t } from '../say.ts';

const orNone = (value: number | null, text: (value: number) => string): string =>
  value === null ? t('live.none') : text(value);

export const lengthText = (ms: number | null): string => orNone(ms, durationText);
export const waitText = (figures: Figures): string => lengthText(meanWait(figures));
export const handlingText = (figures: Figures): string => lengthText(meanHandling(figures));
export const percentText = (part: number | null): string =>
  orNone(part, (value) => t('live.percent', { percent: Math.round(value * 100) }));
export const levelText = (figures: Figures): string => percentText(serviceLevel(figures));
