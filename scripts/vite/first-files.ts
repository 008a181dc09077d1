import type { Rolldown } from 'vite';
import { textsGroup } from './texts-first.ts';

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** The module and all that it imports at once. */
function reachedFrom(entry: string, graph: Graph): Set<string> {
  const reached = new Set<string>();
  const visit = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    graph.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  visit(entry);
  return reached;
}

interface Entries {
  popup: string;
  /** A part of the popup that waits for no text. */
  facts: string;
  /** It has no document. */
  background: string;
  /** It is strict, and gets nothing that it does not use. */
  player: string;
}

/**
 * What the popup needs for its first picture, in few chunks: a file costs an extension page about 2 ms whatever is in
 * it, and by who shares what they were eighteen. Each holds what the same of the two others load as well, or the
 * background script would run what needs a document. In this order, since a chunk takes along what its modules import.
 */
export function firstFiles({ popup, facts, background, player }: Entries): Rolldown.CodeSplittingGroup[] {
  const group = (name: string, ...sharedWith: string[]): Rolldown.CodeSplittingGroup => {
    let reached: Set<string>[] | undefined;
    return {
      name(id, graph) {
        reached ??= [popup, ...sharedWith].map((entry) => reachedFrom(entry, graph));
        return id !== popup && reached.every((set) => set.has(id)) ? name : null;
      },
    };
  };
  return [
    group('strict', player, background),
    group('strict-look', player),
    textsGroup,
    group('core', background),
    { name: 'facts', test: (id) => id === facts },
    group('look'),
  ];
}
