/** One metric, as `--json` writes it. */
export interface Row {
  /** Of the benchmark. */
  name: string;
  metric: string;
  value: number;
  unit: string;
  /** What was measured beside it in the same run; null when there is nothing to compare with. */
  peer: string | null;
  peerValue: number | null;
  /** `value / peerValue`; null when that says nothing. */
  ratio: number | null;
  /** In words; null when the metric is for information. */
  goal: string | null;
  ok: boolean | null;
  /** Beyond the goal, in words: where the field's record would be; null when there is none. */
  stretch: string | null;
  stretchOk: boolean | null;
}

export interface Goal {
  /** The value may be this much. */
  atMost?: number;
  /** The value must be this much. */
  atLeast?: number;
  /** The ratio may be this much. */
  ratioAtMost?: number;
  /** The ratio must be this much. */
  ratioAtLeast?: number;
}

interface Options {
  unit?: string;
  peer?: [name: string, value: number];
  goal?: Goal;
  stretch?: Goal;
}

/** Makes rows of one benchmark. */
export function rowsOf(name: string) {
  return (metric: string, value: number, { unit = 'ms', peer, goal, stretch }: Options = {}): Row => {
    const ratio = peer && peer[1] !== 0 ? value / peer[1] : null;
    const [first, second] = [goal, stretch].map((wanted) => judge(wanted, value, unit, ratio));
    return {
      name,
      metric,
      value: round(value),
      unit,
      peer: peer?.[0] ?? null,
      peerValue: peer ? round(peer[1]) : null,
      ratio: ratio === null ? null : round(ratio),
      goal: first?.text ?? null,
      ok: first?.ok ?? null,
      stretch: second?.text ?? null,
      stretchOk: second?.ok ?? null,
    };
  };
}

/** Null when nothing is wanted. */
function judge(wanted: Goal | undefined, value: number, unit: string, ratio: number | null) {
  const { atMost, atLeast, ratioAtMost, ratioAtLeast } = wanted ?? {};
  const limits = [
    ...(atMost === undefined ? [] : [{ text: `≤ ${atMost} ${unit}`, ok: value <= atMost }]),
    ...(atLeast === undefined ? [] : [{ text: `≥ ${atLeast} ${unit}`, ok: value >= atLeast }]),
    ...(ratioAtMost === undefined || ratio === null
      ? []
      : [{ text: `≤ ${ratioAtMost} × peer`, ok: ratio <= ratioAtMost }]),
    ...(ratioAtLeast === undefined || ratio === null
      ? []
      : [{ text: `≥ ${ratioAtLeast} × peer`, ok: ratio >= ratioAtLeast }]),
  ];
  if (limits.length === 0) return null;
  return { text: limits.map(({ text }) => text).join(' and '), ok: limits.every(({ ok }) => ok) };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** The value below which `share` (0…1) of the values lie. NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = NaN, high = NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  // What never came is infinitely late, and so is what lies between two such.
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

export const median = (values: readonly number[]): number => quantile(values, 0.5);
