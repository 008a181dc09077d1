import type { Row } from './row.ts';

/** Rows as lines of text, columns under each other. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['', 'bench', 'metric', 'value', 'peer', 'peer value', 'ratio', 'goal', 'stretch'],
    ...rows.map((row) => [
      row.ok === null ? ' ' : row.ok ? '✓' : '✗',
      row.name,
      row.metric,
      `${row.value} ${row.unit}`,
      row.peer ?? '–',
      row.peerValue === null ? '–' : `${row.peerValue} ${row.unit}`,
      row.ratio === null ? '–' : `${row.ratio} ×`,
      row.goal ?? '–',
      row.stretch === null ? '–' : `${row.stretchOk ? '✓' : '✗'} ${row.stretch}`,
    ]),
  ];
  const widths = cells[0]?.map((_cell, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
