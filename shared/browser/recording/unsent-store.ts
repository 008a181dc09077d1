import type { SessionId } from '../../protocol/ids.ts';
import { recordingLimits } from '../../recording/recording-limits.ts';
import { committed, done } from '../idb-request.ts';
import type { Kept, Unsent } from './unsent.ts';

/** What waits for the relay in one session, over reloads and crashes of its window. */
export interface UnsentStore {
  add(item: Unsent): Promise<number>;
  remove(id: number): Promise<void>;
  /** The oldest first. */
  all(): Promise<Kept[]>;
}

const databaseName = 'beside-recording';

/** Null: it cannot be kept here (a private window, no room); then it lives as long as the window. */
async function open(name: string): Promise<IDBDatabase | null> {
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const items = request.result.createObjectStore('items', { keyPath: 'id', autoIncrement: true });
      items.createIndex('sessionId', 'sessionId');
    };
    return await done(request);
  } catch {
    return null;
  }
}

/** What nobody came back for in time is not taken any more. */
async function forgetOld(database: IDBDatabase): Promise<void> {
  const items = database.transaction('items', 'readwrite').objectStore('items');
  const cursor = items.openCursor();
  const oldest = Date.now() - recordingLimits.lateMs;
  cursor.onsuccess = () => {
    const found = cursor.result;
    if (!found || (found.value as Kept).at > oldest) return;
    found.delete();
    found.continue();
  };
  await committed(items.transaction);
}

export async function createUnsentStore(sessionId: SessionId, name: string = databaseName): Promise<UnsentStore> {
  const database = await open(name);
  const memory = new Map<number, Kept>();
  let last = 0;
  if (database) {
    database.onversionchange = () => database.close();
    await forgetOld(database).catch(() => undefined);
  }
  const inMemory = (item: Unsent): number => {
    last -= 1;
    memory.set(last, { ...item, sessionId, id: last, at: Date.now() });
    return last;
  };

  return {
    async add(item) {
      if (!database) return inMemory(item);
      try {
        const transaction = database.transaction('items', 'readwrite');
        const id = await done(transaction.objectStore('items').add({ ...item, sessionId, at: Date.now() }));
        await committed(transaction);
        return Number(id);
      } catch {
        return inMemory(item);
      }
    },
    async remove(id) {
      if (memory.delete(id) || !database) return;
      await done(database.transaction('items', 'readwrite').objectStore('items').delete(id)).catch(() => undefined);
    },
    async all() {
      if (!database) return [];
      const index = database.transaction('items').objectStore('items').index('sessionId');
      const items = (await done(index.getAll(sessionId)).catch(() => [])) as Kept[];
      return items.toSorted((one, other) => one.id - other.id);
    },
  };
}

/** Whoever signs in next in this browser has recorded none of it. */
export async function clearUnsent(name: string = databaseName): Promise<void> {
  await done(indexedDB.deleteDatabase(name)).catch(() => undefined);
}
