import { committed, done } from '../../idb-request.ts';
import { type AssetCache, createMemoryCache } from './asset-cache.ts';

const databaseName = 'beside-assets';
const diskBytes = 200 * 1024 * 1024;
/** So much goes at once when it is full, so that not each new one has to make room. */
const room = 0.9;

interface Entry {
  hash: string;
  bytes: number;
  type: string;
  /** ms since 1970. */
  used: number;
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('entries', { keyPath: 'hash' }).createIndex('used', 'used');
    // Plain bytes: a blob would be a file of its own, written some time later.
    request.result.createObjectStore('bytes');
  };
  return done(request);
}

/**
 * In memory, and on disk what may be kept, over windows and sessions, up to `limitBytes`. Where the disk cannot
 * be used (a private window, no room) it is memory alone.
 */
export function createKeptCache({ name = databaseName, limitBytes = diskBytes } = {}): AssetCache {
  const memory = createMemoryCache();
  let opening: Promise<IDBDatabase | null> | null = null;
  const database = async () => {
    opening ??= open(name).then(
      (opened) => {
        // Somebody clears it: let go, or they wait.
        opened.onversionchange = () => {
          opened.close();
          opening = null;
        };
        return opened;
      },
      () => null,
    );
    return opening;
  };

  async function makeRoom(opened: IDBDatabase) {
    const transaction = opened.transaction(['entries', 'bytes'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const oldestFirst = (await done(entries.index('used').getAll())) as Entry[];
    let total = oldestFirst.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total <= limitBytes) return;
    for (const { hash, bytes } of oldestFirst) {
      if (total <= limitBytes * room) return;
      entries.delete(hash);
      transaction.objectStore('bytes').delete(hash);
      total -= bytes;
    }
  }

  return {
    async get(hash) {
      const near = await memory.get(hash);
      if (near) return near;
      try {
        const opened = await database();
        if (!opened) return null;
        const transaction = opened.transaction(['entries', 'bytes'], 'readwrite');
        const entries = transaction.objectStore('entries');
        const [entry, bytes] = (await Promise.all([
          done(entries.get(hash)),
          done(transaction.objectStore('bytes').get(hash)),
        ])) as [Entry | undefined, ArrayBuffer | undefined];
        if (!entry || !bytes) return null;
        entries.put({ ...entry, used: Date.now() } satisfies Entry);
        const found = new Blob([bytes], { type: entry.type });
        await memory.put(hash, found, false);
        return found;
      } catch {
        return null;
      }
    },
    async put(hash, blob, keep) {
      await memory.put(hash, blob, keep);
      if (!keep) return;
      try {
        const opened = await database();
        if (!opened) return;
        const bytes = await blob.arrayBuffer();
        const transaction = opened.transaction(['entries', 'bytes'], 'readwrite');
        transaction.objectStore('bytes').put(bytes, hash);
        const { size, type } = blob;
        transaction.objectStore('entries').put({ hash, bytes: size, type, used: Date.now() } satisfies Entry);
        await committed(transaction);
        await makeRoom(opened);
      } catch {
        // Full, or gone: it is in memory.
      }
    },
  };
}

/** Forgets all that was kept on disk: whoever signs in next has not seen those pages. */
export async function clearKeptCache(name: string = databaseName): Promise<void> {
  await done(indexedDB.deleteDatabase(name)).catch(() => undefined);
}
