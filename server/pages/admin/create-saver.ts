import type { Answer } from '../account/admin-api.ts';
import { type Configuration, type Part, parts } from './configuration.ts';

export type Put = <P extends Part>(part: P, value: Configuration[P]) => Promise<Answer<unknown>>;

export interface Saver {
  /**
   * Saves those parts that are other than the relay's; what nobody touched here may have been set elsewhere meanwhile.
   * When one fails those before it are saved, and the next try begins after them.
   */
  save(next: Configuration): Promise<Answer<Configuration>>;
  /** The relay has it already. */
  isStored(part: Partial<Configuration>): void;
}

export function createSaver(first: Configuration, put: Put): Saver {
  const stored = { ...first };
  async function save<P extends Part>(part: P, value: Configuration[P]): Promise<Answer<unknown>> {
    if (JSON.stringify(value) === JSON.stringify(stored[part])) return { ok: true, value };
    const answer = await put(part, value);
    if (answer.ok) stored[part] = value;
    return answer;
  }
  return {
    async save(next) {
      for (const part of parts) {
        const answer = await save(part, next[part]);
        if (!answer.ok) return answer;
      }
      return { ok: true, value: next };
    },
    isStored: (part) => void Object.assign(stored, part),
  };
}
