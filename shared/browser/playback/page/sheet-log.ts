import type * as v from 'valibot';
import type { incrementalSchema } from '../../cobrowse/sanitise/event-schema.ts';

type Incremental = v.InferOutput<typeof incrementalSchema>;
type SheetChange = Extract<Incremental, { source: 8 | 13 }>;
type Adopting = Extract<Incremental, { source: 15 }>;

/** What scripts have done to one sheet, kept in order. More than this of one is not, and it may look otherwise. */
const changesAtMost = 20_000;

export interface SheetLog {
  note(data: SheetChange | Adopting): void;
  /** The node has gone, or its text is another. */
  forget(id: number): void;
  /** What was done to the sheet of a node. */
  ofNode(id: number): readonly SheetChange[];
  /** Of sheets that no node holds: which were made, what was done to them, who adopted them. */
  made(): (SheetChange | Adopting)[];
  /** Changes that make sheets what they are now, after a snapshot. */
  changes(): (SheetChange | Adopting)[];
}

/** Rules are not parsed here: what was said of a sheet is said again. */
export function createSheetLog(): SheetLog {
  const ofNodes = new Map<number, SheetChange[]>();
  const ofStyles = new Map<number, SheetChange[]>();
  const made = new Map<number, NonNullable<Adopting['styles']>[number]>();
  const adopted = new Map<number, readonly number[]>();

  function log(all: Map<number, SheetChange[]>, id: number, change: SheetChange) {
    const isWhole = change.source === 8 && (change.replaceSync ?? change.replace) !== undefined;
    const before = isWhole ? [] : (all.get(id) ?? []);
    if (before.length < changesAtMost) before.push(change);
    all.set(id, before);
  }
  return {
    note(data) {
      if (data.source === 15) {
        for (const style of data.styles ?? []) {
          made.set(style.styleId, style);
          ofStyles.delete(style.styleId);
        }
        adopted.set(data.id, data.styleIds);
      } else if (data.styleId !== undefined) log(ofStyles, data.styleId, data);
      else if (data.id !== undefined) log(ofNodes, data.id, data);
    },
    forget(id) {
      ofNodes.delete(id);
      adopted.delete(id);
    },
    ofNode: (id) => ofNodes.get(id) ?? [],
    made: () => [...adopting(), ...later()],
    changes: () => [...adopting(), ...[...ofNodes.values()].flat(), ...later()],
  };

  function adopting(): Adopting[] {
    const said = new Set<number>();
    return [...adopted].map(([id, styleIds]): Adopting => {
      const styles = styleIds.flatMap((styleId) => {
        const style = made.get(styleId);
        if (!style || said.has(styleId)) return [];
        said.add(styleId);
        return [style];
      });
      return { source: 15, id, styles, styleIds: [...styleIds] };
    });
  }
  /** Of those that somebody has adopted. */
  function later(): SheetChange[] {
    const named = new Set([...adopted.values()].flat().filter((styleId) => made.has(styleId)));
    return [...named].flatMap((styleId) => ofStyles.get(styleId) ?? []);
  }
}
