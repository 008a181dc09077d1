import { limits } from '../../../protocol/limits.ts';
import type { FrameOwner, MirrorHeader, Viewport } from '../../../protocol/peer.ts';
import { type BodyReader, createBodyReader } from '../../cobrowse/wire/body.ts';
import { createHeadReader } from '../../cobrowse/wire/read-head.ts';
import { sheetReference } from '../../cobrowse/wire/sheet-references.ts';
import { createPageModel, type PageModel } from './page-model.ts';
import type { BlankReason, PageStep } from './page-step.ts';
import { createTabAssets } from './tab-assets.ts';

type Batch = Extract<PageStep, { kind: 'batch' }>;
type Headed = Extract<MirrorHeader, { type: 'mirror.snapshot' | 'mirror.events' }>;

interface Frame {
  owner: FrameOwner | null;
  documentId: string;
  seq: number;
  viewport: Viewport;
  more: boolean;
  reader: BodyReader;
  model: PageModel;
}

export interface RecordedTab {
  /** What a message of the mirror channel does to the picture. */
  mirror(at: number, message: Uint8Array): PageStep[];
  asset(at: number, message: Uint8Array): PageStep[];
  lose(at: number): PageStep[];
  /** All that it takes to show the tab as it is now; null while a document is still coming. */
  whole(at: number): PageStep[] | null;
  /** What is said of the tab itself, and nothing of what is in it. */
  said(at: number): PageStep[];
  /** Texts that stand in it. */
  texts(): Iterable<string>;
}

interface Deps {
  /** Style sheets that bodies name. */
  onSheets(body: Uint8Array): void;
  onText(text: string): void;
}

/** One tab as it was recorded: the rules are those of the console that watched it (`host-cobrowse.ts`). */
export function createRecordedTab({ onSheets, onText }: Deps): RecordedTab {
  const heads = createHeadReader();
  const frames = new Map<number, Frame>();
  const assets = createTabAssets();
  let named: { title: string; url: string } | null = null;
  let blank: BlankReason | null = 'stopped';

  function empty(at: number, why: BlankReason): PageStep[] {
    frames.clear();
    blank = why;
    return [{ at, kind: 'blank', why }];
  }
  /** The page: the thread is lost. Another frame: it stands still, the rest goes on. */
  function broken(at: number, frame: number): PageStep[] {
    frames.delete(frame);
    return frame === 0 ? empty(at, 'lost') : [{ at, kind: 'left', frame }];
  }

  function read(at: number, frame: Frame, header: Headed, body: Uint8Array): PageStep[] {
    const { type, frame: number, documentId, seq, viewport, more } = header;
    try {
      const json = frame.reader.read(body);
      for (const event of JSON.parse(json) as unknown[]) frame.model.apply(event);
      Object.assign(frame, { seq, viewport, more });
      const step: Batch = {
        at,
        kind: 'batch',
        isSnapshot: type === 'mirror.snapshot',
        frame: number,
        owner: type === 'mirror.snapshot' ? header.owner : null,
        documentId,
        seq,
        viewport,
        more,
        json,
      };
      return [step];
    } catch {
      return broken(at, number);
    }
  }
  function snapshot(at: number, header: Extract<MirrorHeader, { type: 'mirror.snapshot' }>, body: Uint8Array) {
    const { frame: number, owner, documentId, seq, viewport, more } = header;
    if ((number === 0) !== (owner === null)) return [];
    if (number === 0) {
      frames.clear();
      blank = null;
    } else if (!frames.has(0) || frames.size > limits.framesAtOnce) return [];
    const model = createPageModel();
    model.onText = onText;
    // A sheet stays a name here: the player has the texts.
    const reader = createBodyReader(sheetReference);
    const frame: Frame = { owner, documentId, seq, viewport, more, reader, model };
    frames.set(number, frame);
    return read(at, frame, header, body);
  }
  function events(at: number, header: Extract<MirrorHeader, { type: 'mirror.events' }>, body: Uint8Array) {
    const frame = frames.get(header.frame);
    if (!frame) return [];
    if (frame.documentId !== header.documentId || frame.seq + 1 !== header.seq) return broken(at, header.frame);
    return read(at, frame, header, body);
  }

  return {
    mirror(at, message) {
      const read = heads.read(message);
      if (!read) return frames.size > 0 ? empty(at, 'lost') : [];
      const { header, body } = read;
      switch (header.type) {
        case 'mirror.titled':
          named = { title: header.title, url: header.url };
          return [{ at, kind: 'titled', ...named }];
        case 'mirror.stopped':
          return empty(at, 'stopped');
        case 'mirror.hidden':
          return empty(at, header.reason);
        case 'mirror.sheets':
          onSheets(body);
          return [];
        case 'mirror.left':
          return frames.delete(header.frame) ? [{ at, kind: 'left', frame: header.frame }] : [];
        case 'mirror.snapshot':
          return snapshot(at, header, body);
        case 'mirror.events':
          return events(at, header, body);
      }
    },
    asset: (at, message) => assets.read(at, message),
    lose: (at) => (frames.size > 0 ? empty(at, 'lost') : []),
    whole(at) {
      if ([...frames.values()].some(({ more }) => more)) return null;
      const shown = [...frames].map(([frame, { owner, documentId, seq, viewport, model }]): PageStep => {
        const json = JSON.stringify(model.snapshot(at));
        return { at, kind: 'batch', isSnapshot: true, frame, owner, documentId, seq, viewport, more: false, json };
      });
      const places = [...frames].map(([frame, { documentId }]) => ({ frame, documentId }));
      return [...this.said(at), ...shown, ...assets.of(at, places)];
    },
    said: (at) => [
      ...(named ? [{ at, kind: 'titled' as const, ...named }] : []),
      ...(blank === null ? [] : [{ at, kind: 'blank' as const, why: blank }]),
    ],
    *texts() {
      for (const { model } of frames.values()) yield* model.texts();
    },
  };
}
