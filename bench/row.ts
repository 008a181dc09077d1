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
  /** `value / peerValue` */
  ratio: number | null;
  /** In words; null when the metric is for information. */
  goal: string | null;
  ok: boolean | null;
}

export interface Goal {
  /** The value may be this much. */
  atMost?: number;
  /** The ratio may be this much. */
  ratioAtMost?: number;
}

/** Makes rows of one benchmark. */
export function rowsOf(name: string) {
  return (
    metric: string,
    value: number,
    { unit = 'ms', peer, goal }: { unit?: string; peer?: [name: string, value: number]; goal?: Goal } = {},
  ): Row => {
    const ratio = peer ? value / peer[1] : null;
    const limits = [
      ...(goal?.atMost === undefined ? [] : [{ text: `≤ ${goal.atMost} ${unit}`, ok: value <= goal.atMost }]),
      ...(goal?.ratioAtMost === undefined || ratio === null
        ? []
        : [{ text: `≤ ${goal.ratioAtMost} × peer`, ok: ratio <= goal.ratioAtMost }]),
    ];
    return {
      name,
      metric,
      value: round(value),
      unit,
      peer: peer?.[0] ?? null,
      peerValue: peer ? round(peer[1]) : null,
      ratio: ratio === null ? null : round(ratio),
      goal: limits.length === 0 ? null : limits.map(({ text }) => text).join(' and '),
      ok: limits.length === 0 ? null : limits.every(({ ok }) => ok),
    };
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The value below which `share` (0…1) of the values lie. NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = NaN, high = NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
