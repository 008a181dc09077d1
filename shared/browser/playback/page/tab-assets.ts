import { assetLimits } from '../../../protocol/asset-limits.ts';
import type { PageStep } from './page-step.ts';

export type AssetStep = Extract<PageStep, { kind: 'asset' | 'sizes' }>;

/** Of canvases and videos the player keeps no more (`mirror-blobs.ts`). */
const liveAtMost = 64;
const documentsAtMost = 64;

/** What was offered for each document: pictures and fonts by their hash, and the room that they take. */
export function createTabAssets() {
  const documents = new Map<string, { lasting: AssetStep[]; live: AssetStep[] }>();

  function of(key: string) {
    const known = documents.get(key) ?? { lasting: [], live: [] };
    documents.delete(key);
    documents.set(key, known);
    for (const oldest of documents.keys()) if (documents.size > documentsAtMost) documents.delete(oldest);
    return known;
  }
  return {
    keep(step: AssetStep) {
      const { lasting, live } = of(`${step.frame}/${step.documentId}`);
      if (step.kind === 'asset' && step.live) {
        live.push(step);
        if (live.length > liveAtMost) live.shift();
      } else if (lasting.length < assetLimits.assetsPerDocument) lasting.push(step);
    },
    /** All that documents need to be shown whole. */
    of: (at: number, places: readonly { frame: number; documentId: string }[]): AssetStep[] =>
      places.flatMap(({ frame, documentId }) => {
        const { lasting = [], live = [] } = documents.get(`${frame}/${documentId}`) ?? {};
        return [...lasting, ...live].map((step) => ({ ...step, at }));
      }),
  };
}
