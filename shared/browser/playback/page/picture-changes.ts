import { pageChanges } from './page-changes.ts';
import type { PageStep } from './page-step.ts';
import type { AssetStep } from './tab-assets.ts';
import { snapshotOf, type TabPicture } from './tab-picture.ts';

/**
 * Steps that turn a picture that is shown into that of another moment, earlier or later, in the same document; null
 * where it has to be shown whole.
 */
export function pictureChanges(from: TabPicture, to: TabPicture, at: number): PageStep[] | null {
  const [before, after] = [from.frames.get(0), to.frames.get(0)];
  if (!before || before.documentId !== after?.documentId || from.isComing() || to.isComing()) return null;
  const events = pageChanges(before.model.state(), after.model.state(), at);
  if (!events) return null;
  const { documentId, seq, viewport } = after;
  const head = { at, kind: 'batch', isSnapshot: false, frame: 0, owner: null } as const;
  const page: PageStep = { ...head, documentId, seq, viewport, more: false, json: JSON.stringify(events) };
  const gone = [...from.frames.keys()].filter((frame) => !to.frames.has(frame));
  // They are small, and whether the player has given one up only it knows.
  const others = [...to.frames].filter(([frame]) => frame !== 0);
  return [
    ...to.said(at),
    ...gone.map((frame) => ({ at, kind: 'left' as const, frame })),
    page,
    ...others.map(([number, frame]) => snapshotOf(number, frame, at)),
    ...newAssets(from.assets(at), to.assets(at), others.length > 0),
    ...to.pointed(at),
  ];
}

/** Those that the player does not have, or has another of in their place. */
function newAssets(from: readonly AssetStep[], to: readonly AssetStep[], hasFrames: boolean): AssetStep[] {
  const shown = new Map(from.flatMap((step) => (step.kind === 'asset' ? [[placeOf(step), step.hash] as const] : [])));
  return to.filter(
    (step) => (hasFrames && step.frame !== 0) || step.kind === 'sizes' || shown.get(placeOf(step)) !== step.hash,
  );
}
const placeOf = ({ frame, asset }: Extract<AssetStep, { kind: 'asset' }>) => `${frame}/${asset}`;
