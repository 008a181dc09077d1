import type { Desk, Line, Waiting } from './desk.ts';

/** What a request needs of a host, as the name of its line; all in one line can be taken by the same hosts. */
const needs = ({ hostId, skills }: Waiting): string => JSON.stringify([hostId, [...new Set(skills)].toSorted()]);

/** In one queue, who has waited for longer is first, wherever the time was spent. */
export const isBefore = (a: Waiting, b: Waiting): boolean =>
  a.since < b.since || (a.since === b.since && a.seq < b.seq);

/** How many of a line come before a request, which need not be in it. */
export function countBefore(line: Line, request: Waiting): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = line[middle];
    if (other && isBefore(other, request)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function joinLine(desk: Desk, request: Waiting): void {
  const lines = desk.lines.get(request.queueId) ?? new Map<string, Line>();
  desk.lines.set(request.queueId, lines);
  const name = needs(request);
  const line = lines.get(name) ?? [];
  lines.set(name, line);
  line.splice(countBefore(line, request), 0, request);
}

export function leaveLine(desk: Desk, request: Waiting): void {
  const lines = desk.lines.get(request.queueId);
  const name = needs(request);
  const line = lines?.get(name);
  const at = line ? countBefore(line, request) : -1;
  if (!lines || line?.[at] !== request) return;
  line.splice(at, 1);
  if (line.length === 0) lines.delete(name);
  if (lines.size === 0) desk.lines.delete(request.queueId);
}
