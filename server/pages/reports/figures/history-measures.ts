import { durationText } from '../../../../shared/browser/ui/i18n.ts';
import { language } from '../../../../shared/browser/ui/language.ts';
import { meansOf, type Tally } from '../../../../shared/report/tally.ts';
import type { Charted } from '../../chart/bar-chart.tsx';
import { t, type TextKey } from '../say.ts';

export const historyMeasureNames = [
  'requests',
  'wait',
  'gaveUp',
  'sessions',
  'handling',
  'transfers',
  'rating',
  'survey',
] as const;
export type HistoryMeasureName = (typeof historyMeasureNames)[number];

const stars = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const none = '–';
const mostStars = 5;

const count = (value: number | null) => String(value ?? 0);
const length = (value: number | null) => (value === null ? none : durationText(value));
const share = (value: number | null) =>
  value === null ? none : t('history.percent', { percent: Math.round(value * 100) });
const ofFive = (value: number | null) => (value === null ? none : stars.format(value));

const one = (text: TextKey, of: (tally: Tally) => number | null, say: Charted<Tally>['say'], full?: number) => ({
  parts: [{ text: t(text), of }],
  say,
  ...(full !== undefined && { full }),
});

/** What can be shown of some days, a queue or a host. */
export const historyMeasures: Record<HistoryMeasureName, Charted<Tally>> = {
  requests: {
    parts: [
      { text: t('history.accepted'), of: ({ accepted }) => accepted },
      { text: t('history.abandoned'), of: ({ abandoned }) => abandoned },
    ],
    say: count,
  },
  wait: one('history.wait', (tally) => meansOf(tally).waitMs, length),
  gaveUp: one('history.gaveUp', (tally) => meansOf(tally).gaveUp, share, 1),
  sessions: one('history.sessions', ({ sessions }) => sessions, count),
  handling: one('history.handling', (tally) => meansOf(tally).handlingMs, length),
  transfers: one('history.transfers', ({ transfers }) => transfers, count),
  rating: one('history.rating', (tally) => meansOf(tally).rating, ofFive, mostStars),
  survey: one('history.survey', (tally) => meansOf(tally).survey, ofFive, mostStars),
};

/** In the order of a table's columns. */
export const historyColumns = historyMeasureNames.flatMap((name) => {
  const { parts, say } = historyMeasures[name];
  return parts.map(({ text, of }) => ({ text, value: (tally: Tally) => say(of(tally)) }));
});
