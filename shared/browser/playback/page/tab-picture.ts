import type { FrameOwner, Viewport } from '../../../protocol/peer.ts';
import type { Pointer } from '../../../protocol/pointer.ts';
import { createPageModel, type PageModel } from './page-model.ts';
import type { BlankReason, PageStep } from './page-step.ts';
import { type AssetStep, createTabAssets } from './tab-assets.ts';

interface PicturedFrame {
  owner: FrameOwner | null;
  documentId: string;
  seq: number;
  viewport: Viewport;
  /** The rest of its document is still coming. */
  more: boolean;
  model: PageModel;
}

/** What a tab looks like after some steps, as data. */
export interface TabPicture {
  /** Throws when the events of a batch are none. */
  apply(step: PageStep): void;
  /** 0 is the page; empty: there is nothing to see. */
  readonly frames: ReadonlyMap<number, PicturedFrame>;
  /** A document is still coming. */
  isComing(): boolean;
  /** All that it takes to show the tab as it is now; null while a document is still coming. */
  whole(at: number): PageStep[] | null;
  /** What is said of the tab itself, and nothing of what is in it. */
  said(at: number): PageStep[];
  pointed(at: number): PageStep[];
  assets(at: number): AssetStep[];
  /** Texts that stand in it. */
  texts(): Iterable<string>;
}

export const snapshotOf = (number: number, frame: PicturedFrame, at: number): PageStep => {
  const { owner, documentId, seq, viewport, model } = frame;
  const json = JSON.stringify(model.snapshot(at));
  return { at, kind: 'batch', isSnapshot: true, frame: number, owner, documentId, seq, viewport, more: false, json };
};

export function createTabPicture(onText: (text: string) => void = () => undefined): TabPicture {
  const frames = new Map<number, PicturedFrame>();
  const assets = createTabAssets();
  let named: { title: string; url: string } | null = null;
  let blank: BlankReason | null = 'stopped';
  let pointer: Pointer | null = null;

  function begin(step: Extract<PageStep, { kind: 'batch' }>): PicturedFrame {
    if (step.frame === 0) {
      frames.clear();
      blank = null;
    }
    const { owner, documentId, seq, viewport, more } = step;
    const frame = { owner, documentId, seq, viewport, more, model: createPageModel() };
    frame.model.onText = onText;
    frames.set(step.frame, frame);
    return frame;
  }

  const picture: TabPicture = {
    frames,
    apply(step) {
      switch (step.kind) {
        case 'batch': {
          const frame = step.isSnapshot ? begin(step) : frames.get(step.frame);
          if (!frame) return;
          const { seq, viewport, more } = step;
          for (const event of JSON.parse(step.json) as unknown[]) frame.model.apply(event);
          Object.assign(frame, { seq, viewport, more });
          return;
        }
        case 'left':
          frames.delete(step.frame);
          return;
        case 'blank':
          frames.clear();
          blank = step.why;
          pointer = null;
          return;
        case 'titled':
          named = { title: step.title, url: step.url };
          return;
        case 'pointer':
          ({ pointer } = step);
          return;
        case 'asset':
        case 'sizes':
          return assets.keep(step);
      }
    },
    isComing: () => [...frames.values()].some(({ more }) => more),
    whole(at) {
      if (picture.isComing()) return null;
      const shown = [...frames].map(([number, frame]) => snapshotOf(number, frame, at));
      return [...picture.said(at), ...shown, ...picture.assets(at), ...picture.pointed(at)];
    },
    said: (at) => [
      ...(named ? [{ at, kind: 'titled' as const, ...named }] : []),
      ...(blank === null ? [] : [{ at, kind: 'blank' as const, why: blank }]),
    ],
    pointed: (at) => (pointer ? [{ at, kind: 'pointer', pointer }] : []),
    assets: (at) =>
      assets.of(
        at,
        [...frames].map(([frame, { documentId }]) => ({ frame, documentId })),
      ),
    *texts() {
      for (const { model } of frames.values()) yield* model.texts();
    },
  };
  return picture;
}
