import { type Figures, meanHandling, meanWait, serviceLevel } from '../../../../shared/report/figures.ts';
import type { TextKey } from '../say.ts';
import { lengthText, percentText } from './figures-text.ts';

export const measureNames = ['requests', 'wait', 'handling', 'level'] as const;
export type MeasureName = (typeof measureNames)[number];

interface Part {
  text: TextKey;
  /** Null: there was nothing to take it of. */
  of: (figures: Figures) => number | null;
}

export interface Measure {
  text: TextKey;
  /** Stand on one another in a bar. */
  parts: readonly [Part, ...Part[]];
  say: (value: number | null) => string;
  /** The full height of a chart; left out: the highest bar. */
  full?: number;
}

export const measures: Record<MeasureName, Measure> = {
  requests: {
    text: 'report.requests',
    parts: [
      { text: 'live.accepted', of: ({ accepted }) => accepted },
      { text: 'live.abandoned', of: ({ abandoned }) => abandoned },
    ],
    say: (value) => String(value ?? 0),
  },
  wait: { text: 'live.meanWait', parts: [{ text: 'live.meanWait', of: meanWait }], say: lengthText },
  handling: { text: 'live.meanHandling', parts: [{ text: 'live.meanHandling', of: meanHandling }], say: lengthText },
  level: { text: 'live.level', parts: [{ text: 'live.level', of: serviceLevel }], say: percentText, full: 1 },
};
