import { EventType, IncrementalSource } from '@rrweb/types';
import * as v from 'valibot';
import { createBudget } from './budget.ts';
import { eventSchema, incrementalSchema } from './event-schema.ts';
import { createMirrorTree } from './mirror-tree.ts';
import { incremental, type Piece } from './pieces.ts';
import { sanitiseMutation } from './sanitise-mutation.ts';
import type { Mirror } from './sanitise-node.ts';
import { sanitiseSnapshot } from './sanitise-snapshot.ts';
import { createKnownSheets, type KnownSheets, sanitiseStyle } from './sanitise-style.ts';

export interface Sanitiser {
  /**
   * An event in pieces that are safe to play, newly made; none when it is not one. Each must be taken before
   * the next event is given. Throws for a snapshot that is none.
   */
  sanitise(raw: unknown): Generator<Piece, void>;
  /** Something was left out since the snapshot because it was too much. */
  readonly over: boolean;
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const clampSize = (value: number) => Math.round(clamp(value, 1, 16_384));
const clampScroll = (value: number) => clamp(value, -1e8, 1e8);
const fields = new Set(['input', 'textarea', 'select', 'option']);

/** What a mirrored page sends is hostile: each event is made anew from the parts that are known to be harmless. */
export function createSanitiser(): Sanitiser {
  let mirror: Mirror = { tree: createMirrorTree(), budget: createBudget() };
  let sheets = createKnownSheets();

  return {
    *sanitise(raw) {
      const checked = v.safeParse(eventSchema, raw);
      if (!checked.success) return;
      const event = checked.output;
      const { timestamp } = event;
      switch (event.type) {
        case 4: {
          const { width, height } = event.data;
          const data = { href: 'about:blank', width: clampSize(width), height: clampSize(height) };
          yield { event: { type: EventType.Meta, timestamp, data }, cost: 1 };
          return;
        }
        case 2: {
          const { top, left } = event.data.initialOffset;
          mirror = { tree: createMirrorTree(), budget: createBudget() };
          sheets = createKnownSheets();
          const offset = { top: clampScroll(top), left: clampScroll(left) };
          yield* sanitiseSnapshot(event.data.node, offset, timestamp, mirror);
          return;
        }
        case 3: {
          const parsed = v.safeParse(incrementalSchema, event.data);
          if (parsed.success) yield* sanitiseIncremental(parsed.output, timestamp, mirror, sheets);
        }
      }
    },
    get over() {
      return mirror.budget.over;
    },
  };
}

function* sanitiseIncremental(
  data: v.InferOutput<typeof incrementalSchema>,
  timestamp: number,
  mirror: Mirror,
  sheets: KnownSheets,
): Generator<Piece, void> {
  const known = (id: number) => mirror.tree.get(id) !== undefined;
  switch (data.source) {
    case 0:
      yield* sanitiseMutation(data, timestamp, mirror);
      return;
    case 3: {
      const { id, x, y } = data;
      if (!known(id)) return;
      const to = { x: clampScroll(x), y: clampScroll(y) };
      yield incremental({ source: IncrementalSource.Scroll, id, ...to }, timestamp, 3);
      return;
    }
    case 4: {
      const size = { width: clampSize(data.width), height: clampSize(data.height) };
      yield incremental({ source: IncrementalSource.ViewportResize, ...size }, timestamp);
      return;
    }
    case 5: {
      const { id, isChecked } = data;
      if (!fields.has(mirror.tree.get(id)?.tag ?? '')) return;
      const text = mirror.budget.text(data.text);
      yield incremental({ source: IncrementalSource.Input, id, text, isChecked }, timestamp, 2);
      return;
    }
    case 8:
    case 13:
    case 15:
      yield* sanitiseStyle(data, timestamp, mirror, sheets);
      return;
    case 14: {
      const ranges = data.ranges.filter(({ start, end }) => known(start) && known(end));
      yield incremental({ source: IncrementalSource.Selection, ranges }, timestamp, 2);
    }
  }
}
