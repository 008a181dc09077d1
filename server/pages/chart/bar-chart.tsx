export interface Part<P> {
  text: string;
  /** Null: there was nothing to take it of. */
  of: (period: P) => number | null;
}

export interface Charted<P> {
  /** Stand on one another in a bar. */
  parts: readonly Part<P>[];
  say: (value: number | null) => string;
  /** The full height of a chart; left out: the highest bar. */
  full?: number;
}

export interface ChartTexts {
  nothing: string;
  upTo: (most: string) => string;
  asTable: string;
}

interface Props<P> {
  title: string;
  periods: readonly P[];
  measure: Charted<P>;
  texts: ChartTexts;
  /** Of a period, short and in full. */
  label: (period: P) => string;
  heading: string;
  /** Under each how many of the bars a label stands. */
  labelEach: number;
  /** Of the drawing, which is as wide as there is room: what stands in it grows with it. */
  width?: number;
}

const usualWidth = 480;
const height = 150;
const foot = 22;

/** Bars of one measure over time, and the same as a table. */
export function BarChart<P extends { from: number }>({
  title,
  periods,
  measure,
  texts,
  label,
  heading,
  labelEach,
  width = usualWidth,
}: Props<P>) {
  const { parts, say, full } = measure;
  const totals = periods.map((period) => parts.reduce((sum, part) => sum + (part.of(period) ?? 0), 0));
  const most = full ?? Math.max(...totals);
  const isEmpty = periods.every((period) => parts.every((part) => !part.of(period)));
  const step = width / Math.max(1, periods.length);
  const tall = (value: number) => (most > 0 ? (value / most) * (height - 4) : 0);
  return (
    <figure class="chart">
      <figcaption>
        <h3>{title}</h3>
        <span class="hint">{isEmpty ? texts.nothing : texts.upTo(say(Math.max(...totals)))}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={title}>
        <line class="base" x1={0} x2={width} y1={height + 0.5} y2={height + 0.5} />
        {periods.map((period, at) => {
          let top = height;
          return (
            <g key={period.from}>
              {parts.map((part, nth) => {
                const value = part.of(period) ?? 0;
                top -= tall(value);
                return (
                  <rect
                    key={part.text}
                    class={`bar-${nth}`}
                    x={at * step + step * 0.12}
                    y={top}
                    width={step * 0.76}
                    height={tall(value)}
                    rx={1.5}
                  >
                    <title>{`${label(period)}: ${part.text} ${say(part.of(period))}`}</title>
                  </rect>
                );
              })}
              {at % labelEach === 0 && (
                <text
                  x={labelEach > 1 ? at * step : at * step + step / 2}
                  y={height + 16}
                  text-anchor={labelEach > 1 ? 'start' : 'middle'}
                >
                  {label(period)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {parts.length > 1 && (
        <ul class="legend">
          {parts.map(({ text }, nth) => (
            <li key={text}>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <rect class={`bar-${nth}`} width={10} height={10} rx={2} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{texts.asTable}</summary>
        <div class="scrolls">
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                {parts.map(({ text }) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => (
                <tr key={period.from}>
                  <th scope="row">{label(period)}</th>
                  {parts.map((part) => (
                    <td key={part.text}>{say(part.of(period))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
