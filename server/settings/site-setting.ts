import * as v from 'valibot';
import type { Deps } from '../deps.ts';

/** One thing that the admin decides for the whole site, wherever it is set. */
export interface SiteSetting<T> {
  read(): Promise<T>;
  set(value: T): Promise<void>;
  /** Tells the value as soon as it is known, and again each time it is another. Returns how to stop. */
  follow(handler: (value: T) => void): () => void;
  /** Looks whether another instance has set it, should word of that have been lost. */
  refresh(): Promise<void>;
  close(): void;
}

export type SettingDeps = Pick<Deps, 'store' | 'bus' | 'now' | 'report'>;

interface Described<S extends v.GenericSchema> {
  /** In the store and on the bus. */
  name: string;
  schema: S;
  /** While nobody has set it. */
  initial: v.InferOutput<S>;
  /** For what is stored and cannot be read any more. */
  unreadable: v.InferOutput<S>;
}

export function createSiteSetting<S extends v.GenericSchema>(
  { store, bus, now, report }: SettingDeps,
  { name, schema, initial, unreadable }: Described<S>,
): SiteSetting<v.InferOutput<S>> {
  type Value = v.InferOutput<S>;
  const storedSchema = v.pipe(v.string(), v.parseJson(), schema);
  const topic = `site/${name}`;
  const followers = new Set<(value: Value) => void>();
  let known: { value: Value; text: string } | null = null;

  async function read(): Promise<Value> {
    const stored = await store.setting(name);
    if (stored === undefined) return initial;
    const parsed = v.safeParse(storedSchema, stored);
    return parsed.success ? parsed.output : unreadable;
  }
  async function refresh() {
    const value = await read();
    const text = JSON.stringify(value);
    if (text === known?.text) return;
    known = { value, text };
    for (const follower of followers) follower(value);
  }
  const unsubscribe = bus.subscribe(topic, () => void refresh().catch(report));

  return {
    read,
    async set(value) {
      await store.putSetting(name, JSON.stringify(value), now());
      bus.publish(topic, '');
    },
    follow(handler) {
      const follower = (value: Value) => handler(value);
      followers.add(follower);
      if (known) follower(known.value);
      else refresh().catch(report);
      return () => void followers.delete(follower);
    },
    refresh,
    close: unsubscribe,
  };
}
