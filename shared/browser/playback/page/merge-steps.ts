import type { PageStep } from './page-step.ts';

type Batch = Extract<PageStep, { kind: 'batch' }>;

/** Far from what the player takes at once. */
const charsAtMost = 256 * 1024;

/**
 * The same picture with fewer steps, for whoever does not look at those between: batches that follow each other are one,
 * and of pointers only the last counts.
 */
export function mergeSteps(steps: readonly PageStep[]): PageStep[] {
  const merged: PageStep[] = [];
  let pointer: PageStep | null = null;
  for (const step of steps) {
    if (step.kind === 'pointer') {
      pointer = step;
      continue;
    }
    // It would have taken the pointer away.
    if (step.kind === 'blank') pointer = null;
    const last = merged.at(-1);
    const both = last?.kind === 'batch' && step.kind === 'batch' ? mergeBatches(last, step) : null;
    if (both) merged[merged.length - 1] = both;
    else merged.push(step);
  }
  return pointer ? [...merged, pointer] : merged;
}

function mergeBatches(first: Batch, next: Batch): Batch | null {
  if (first.isSnapshot || next.isSnapshot || first.frame !== next.frame) return null;
  if (first.documentId !== next.documentId || first.json.length + next.json.length > charsAtMost) return null;
  const [before, after] = [itemsOf(first.json), itemsOf(next.json)];
  if (before === null || after === null) return null;
  return { ...next, json: `[${[before, after].filter((items) => items !== '').join(',')}]` };
}

/** What stands in a JSON array; null: it is another value. The text is JSON. */
function itemsOf(json: string): string | null {
  const text = json.trim();
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1).trim() : null;
}
