import { limits } from '../../../protocol/limits.ts';
import type { MirrorHeader } from '../../../protocol/peer.ts';
import type { Pointer } from '../../../protocol/pointer.ts';
import { decodeAsset } from '../../cobrowse/assets/asset-wire.ts';
import { type BodyReader, createBodyReader } from '../../cobrowse/wire/body.ts';
import { createHeadReader } from '../../cobrowse/wire/read-head.ts';
import { scrollEvents } from '../../cobrowse/wire/scrolled.ts';
import { sheetReference } from '../../cobrowse/wire/sheet-references.ts';
import type { BlankReason, PageStep } from './page-step.ts';
import { createTabPicture, type TabPicture } from './tab-picture.ts';

type Headed = Extract<MirrorHeader, { type: 'mirror.snapshot' | 'mirror.events' }>;

interface Frame {
  documentId: string;
  seq: number;
  reader: BodyReader;
}

export interface RecordedTab {
  /** What a message of the mirror channel does to the picture. */
  mirror(at: number, message: Uint8Array): PageStep[];
  asset(at: number, message: Uint8Array): PageStep[];
  pointer(at: number, pointer: Pointer): PageStep[];
  lose(at: number): PageStep[];
  /** As it is now. */
  readonly picture: TabPicture;
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
  const picture = createTabPicture(onText);

  function shown(step: PageStep): PageStep[] {
    picture.apply(step);
    return [step];
  }
  function empty(at: number, why: BlankReason): PageStep[] {
    frames.clear();
    return shown({ at, kind: 'blank', why });
  }
  /** The page: the thread is lost. Another frame: it stands still, the rest goes on. */
  function broken(at: number, frame: number): PageStep[] {
    frames.delete(frame);
    return frame === 0 ? empty(at, 'lost') : shown({ at, kind: 'left', frame });
  }

  function read(at: number, frame: Frame, header: Headed, body: Uint8Array): PageStep[] {
    const { type, frame: number, documentId, seq, viewport, more } = header;
    const isSnapshot = type === 'mirror.snapshot';
    const owner = isSnapshot ? header.owner : null;
    try {
      const scrolls = isSnapshot ? undefined : header.scrolls;
      const json = scrolls ? JSON.stringify(scrollEvents(scrolls)) : frame.reader.read(body);
      const what = { isSnapshot, frame: number, owner, documentId, seq, viewport, more, json };
      const steps = shown({ at, kind: 'batch', ...what });
      frame.seq = seq;
      return steps;
    } catch {
      return broken(at, number);
    }
  }
  function snapshot(at: number, header: Extract<MirrorHeader, { type: 'mirror.snapshot' }>, body: Uint8Array) {
    const { frame: number, owner, documentId, seq } = header;
    if ((number === 0) !== (owner === null)) return [];
    if (number === 0) frames.clear();
    else if (!frames.has(0) || frames.size > limits.framesAtOnce) return [];
    // A sheet stays a name here: the player has the texts.
    const frame: Frame = { documentId, seq, reader: createBodyReader((names) => sheetReference([names])) };
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
    picture,
    mirror(at, message) {
      const read = heads.read(message);
      if (!read) return frames.size > 0 ? empty(at, 'lost') : [];
      const { header, body } = read;
      switch (header.type) {
        case 'mirror.titled':
          return shown({ at, kind: 'titled', title: header.title, url: header.url });
        case 'mirror.stopped':
          return empty(at, 'stopped');
        case 'mirror.hidden':
          return empty(at, header.reason);
        case 'mirror.sheets':
          onSheets(body);
          return [];
        case 'mirror.left':
          return frames.delete(header.frame) ? shown({ at, kind: 'left', frame: header.frame }) : [];
        case 'mirror.snapshot':
          return snapshot(at, header, body);
        case 'mirror.events':
          return events(at, header, body);
      }
    },
    asset(at, message) {
      const header = decodeAsset(message)?.header;
      if (header?.type === 'asset.sizes') {
        const { documentId, frame, sizes } = header;
        return shown({ at, kind: 'sizes', documentId, frame, sizes });
      }
      if (header?.type !== 'asset.offer') return [];
      const { documentId, frame, asset, kind: asKind, hash, pushed: live } = header;
      return shown({ at, kind: 'asset', documentId, frame, asset, asKind, live, hash });
    },
    pointer: (at, pointer) => shown({ at, kind: 'pointer', pointer }),
    lose: (at) => (frames.size > 0 ? empty(at, 'lost') : []),
  };
}
