import type { Link } from '../../link/contract.ts';
import { decodeRequest } from './asset-wire.ts';
import {
  type AboutAssets,
  type AssetDocument,
  createDocumentAssets,
  type DocumentAssets,
  type DocumentAssetsDeps,
} from './document-assets.ts';
import { createSendQueue } from './send-queue.ts';

export interface CustomerAssets {
  /** Of whichever document it names. */
  fromPage(message: AboutAssets): void;
  /** In the place of the one that its frame showed before, of which nothing is needed any more. */
  newDocument(document: AssetDocument): void;
  left(frame: number): void;
  stop(): void;
}

export interface CustomerAssetsDeps extends Omit<DocumentAssetsDeps, 'queue'> {
  link: Link;
}

/** Sends the host what the mirrors of the shown documents name, each once and only what the host has not. */
export function createCustomerAssets({ link, ...deps }: CustomerAssetsDeps): CustomerAssets {
  const queue = createSendQueue(link);
  const documents = new Map<number, { documentId: string; assets: DocumentAssets }>();

  link.receive('asset', (bytes) => {
    const request = decodeRequest(bytes);
    if (!request.ok) return;
    const all = [...documents.values()].map(({ assets }) => assets);
    if (request.message.type === 'asset.again') {
      for (const assets of all) assets.again();
    } else {
      const { hash } = request.message;
      all.some((assets) => assets.want(hash));
    }
  });

  return {
    fromPage(message) {
      for (const { documentId, assets } of documents.values()) {
        if (documentId === message.documentId) assets.fromPage(message);
      }
    },
    newDocument(document) {
      const { frame, documentId } = document;
      documents.get(frame)?.assets.stop();
      documents.set(frame, { documentId, assets: createDocumentAssets(document, { ...deps, queue }) });
    },
    left(frame) {
      documents.get(frame)?.assets.stop();
      documents.delete(frame);
    },
    stop() {
      for (const { assets } of documents.values()) assets.stop();
      documents.clear();
      queue.stop();
    },
  };
}
