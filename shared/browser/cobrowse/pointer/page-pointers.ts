import type { Pointer } from '../../../protocol/pointer.ts';
import type { FromPage } from '../../../protocol/page.ts';
import { isPrivate } from '../control/forbidden.ts';
import { type AskMark, createAskMark } from './ask-mark.ts';
import { createCursor } from './cursor.ts';
import { followPointer, type FollowPointer } from './follow-pointer.ts';
import { openOwnLayer, type OwnLayer } from './own-layer.ts';
import { pointIn } from './point-in.ts';
import { watchPointer } from './watch-pointer.ts';

export interface PagePointers {
  /** The host's, drawn over the page. */
  show(pointer: Pointer | null, name: string): void;
  readonly ask: AskMark;
  stop(): void;
}

interface Deps {
  documentId: string;
  post(message: FromPage): void;
  nodeOf(id: number): Node | null;
  /** -1: the mirror does not have it. */
  idOf(node: Node): number;
}

export const hostColour = '#c2410c';

/** Both pointers on the customer's page: the host's is drawn, the customer's is told. */
export function createPagePointers({ documentId, post, nodeOf, idOf }: Deps): PagePointers {
  const life = new AbortController();
  let layer: OwnLayer | null = null;
  let host: FollowPointer | null = null;
  const draw = () => (layer ??= openOwnLayer()).root;

  const ask = createAskMark({ layer: draw, colour: hostColour, changed: (on) => post({ type: 'page.asked', on }) });

  watchPointer({
    on: document,
    isOwn: ({ isTrusted }) => isTrusted,
    locate(event, target) {
      if (!(target instanceof Element)) return null;
      const box = target.getBoundingClientRect();
      const node = idOf(target);
      // Where a pad of digits is hidden from the host, the pointer over it would give them away.
      const here = node > 0 && !isPrivate(target);
      if (!here) return { documentId, at: null, x: 0, y: 0, here };
      const part = (at: number, size: number) => (size > 0 ? Math.min(1, Math.max(0, at / size)) : 0);
      const fx = part(event.clientX - box.left, box.width);
      const fy = part(event.clientY - box.top, box.height);
      const { clientWidth } = document.documentElement;
      return {
        documentId,
        // Which frame this is, only the assist window knows.
        at: { frame: 0, node, fx, fy },
        x: event.clientX / (clientWidth || innerWidth),
        y: event.clientY / innerHeight,
        here,
      };
    },
    send: (pointer) => post({ type: 'page.pointer', pointer }),
    signal: life.signal,
  });
  const moved = () => host?.again();
  document.addEventListener('scroll', moved, { capture: true, passive: true, signal: life.signal });

  return {
    ask,
    show(pointer, name) {
      if (pointer && pointer.documentId !== documentId) return;
      host ??= followPointer({
        cursor: createCursor(draw(), hostColour),
        place({ at, x, y }) {
          const node = at && nodeOf(at.node);
          const point = at && node?.nodeType === 1 ? pointIn(node as Element, at.fx, at.fy, document) : null;
          return point ?? { x: x * document.documentElement.clientWidth, y: y * innerHeight };
        },
      });
      host.show(pointer, name);
    },
    stop() {
      life.abort();
      ask.clear();
      layer?.remove();
    },
  };
}
