import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { PageStep } from './page-step.ts';

/** Small enough to be kept for a whole hour, quick enough to be read in a few milliseconds. */
const level = 3;

/** Two lines a step, its head and the events of a batch: these are neither escaped nor parsed a second time. */
export function packSteps(steps: readonly PageStep[]): Uint8Array {
  const lines = steps.map((step) => {
    if (step.kind !== 'batch') return `${JSON.stringify(step)}\n`;
    const { json, ...head } = step;
    // A line feed can only stand between values.
    return `${JSON.stringify({ ...head, json: '' })}\n${json.replaceAll('\n', ' ')}`;
  });
  return deflateSync(strToU8(lines.join('\n')), { level });
}

export function unpackSteps(bytes: Uint8Array): PageStep[] {
  const lines = strFromU8(inflateSync(bytes)).split('\n');
  const steps: PageStep[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const step = JSON.parse(lines[at] ?? '') as PageStep;
    steps.push(step.kind === 'batch' ? { ...step, json: lines[at + 1] ?? '' } : step);
  }
  return steps;
}
