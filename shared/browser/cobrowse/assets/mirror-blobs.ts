import type { AssetKind } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';

export interface MirrorBlob {
  kind: AssetKind;
  blob: Blob;
  /** A `blob:` address in the player. */
  url: string;
}

interface OneDocument {
  blobs: Map<number, MirrorBlob>;
  sizes: Map<number, { width: number; height: number }>;
  /** Pictures of canvases and videos, oldest first: soon of no use. */
  live: number[];
}

/** More of these than a page can have on view. */
const liveAtMost = 64;
/** Of all documents; an honest one has half of it. */
const bytesAtMost = 128 * 1024 * 1024;

/** Documents that have not been shown yet may send theirs before their snapshot. */
const documentsAtMost = 64;

/** What has come for each document, by number. Addresses live as long as their document. */
export function createMirrorBlobs() {
  const documents = new Map<string, OneDocument>();
  let total = 0;

  function of(documentId: string): OneDocument {
    const known = documents.get(documentId);
    if (known) return known;
    const made: OneDocument = { blobs: new Map(), sizes: new Map(), live: [] };
    documents.set(documentId, made);
    for (const oldest of documents.keys()) if (documents.size > documentsAtMost) forget(oldest);
    return made;
  }
  function drop(documentId: string, asset: number) {
    const known = documents.get(documentId)?.blobs;
    const blob = known?.get(asset);
    if (!blob) return;
    URL.revokeObjectURL(blob.url);
    total -= blob.blob.size;
    known?.delete(asset);
  }
  function forget(documentId: string) {
    for (const asset of [...(documents.get(documentId)?.blobs.keys() ?? [])]) drop(documentId, asset);
    documents.delete(documentId);
  }

  return {
    add(documentId: string, asset: number, { kind, blob, live }: { kind: AssetKind; blob: Blob; live: boolean }) {
      const mine = of(documentId);
      // A number means one thing for as long as its document lives; it was offered again.
      if (mine.blobs.has(asset)) return;
      for (const other of documents.keys()) {
        if (total + blob.size > bytesAtMost && other !== documentId) forget(other);
      }
      for (const old of mine.live) if (total + blob.size > bytesAtMost) drop(documentId, old);
      if (total + blob.size > bytesAtMost) return;
      total += blob.size;
      mine.blobs.set(asset, { kind, blob, url: URL.createObjectURL(blob) });
      if (!live) return;
      mine.live.push(asset);
      const oldest = mine.live.length > liveAtMost ? mine.live.shift() : undefined;
      if (oldest !== undefined) drop(documentId, oldest);
    },
    addSize(documentId: string, asset: number, size: { width: number; height: number }) {
      const { sizes } = of(documentId);
      if (sizes.size < assetLimits.assetsPerDocument) sizes.set(asset, size);
    },
    hasSome: (documentId: string) => (documents.get(documentId)?.blobs.size ?? 0) > 0,
    get: (documentId: string, asset: number) => documents.get(documentId)?.blobs.get(asset),
    size: (documentId: string, asset: number) => documents.get(documentId)?.sizes.get(asset),
    drop,
    forget,
    forgetAll() {
      for (const documentId of [...documents.keys()]) forget(documentId);
    },
  };
}
