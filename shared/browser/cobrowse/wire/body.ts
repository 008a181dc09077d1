import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { frameKinds, inflatedLimitBytes, nearBytes } from './frame-kind.ts';
import { inflate } from './inflate.ts';
import { packIds, unpackIds } from './node-ids.ts';
import { resolveSheets } from './resolve-sheets.ts';
import { slideWindow } from './window.ts';

const nothing: Uint8Array = new Uint8Array(0);

/** What was said before is not known: only a snapshot, with all that it names, helps. */
export class LostThread extends Error {}

export interface BodyWriter {
  /** `json`: an array as text; `fresh`: whoever gets it needs nothing from before. */
  write(json: string, fresh: boolean): Uint8Array;
}

/**
 * The bodies of one frame, deflated with what went before as the dictionary, so that the tenth mutation costs a
 * fraction of the first. (fflate's one stream with flushes writes bad trailers in 0.8.3.)
 */
export function createBodyWriter(): BodyWriter {
  let window: Uint8Array = nothing;
  return {
    write(json, fresh) {
      const text = strToU8(packIds(json));
      const isNear = text.length <= nearBytes;
      const dictionary = fresh ? nothing : isNear ? window.subarray(-nearBytes) : window;
      window = slideWindow(fresh ? nothing : window, text);
      const bytes = deflate(text, dictionary);
      const body = new Uint8Array(bytes.length + 1);
      body[0] = fresh ? frameKinds.fresh : isNear ? frameKinds.near : frameKinds.next;
      body.set(bytes, 1);
      return body;
    },
  };
}

export interface BodyReader {
  /**
   * An empty body says nothing, and is none of what later ones refer to. Throws `LostThread`, a RangeError when it is
   * too much, another error when it is no body.
   */
  read(body: Uint8Array): string;
}

/** The other end. `sheet`: the text of one that has come, by name. */
export function createBodyReader(sheet: (name: string) => string | undefined): BodyReader {
  /** Null: nothing can be read before the next snapshot. */
  let window: Uint8Array | null = null;

  function dictionaryOf(kind: number | undefined): Uint8Array {
    if (kind === frameKinds.fresh) return nothing;
    if (!window) throw new LostThread('nothing went before');
    if (kind === frameKinds.near) return window.subarray(-nearBytes);
    if (kind === frameKinds.next) return window;
    throw new TypeError('no such kind');
  }
  return {
    read(body) {
      if (body.length === 0) return '[]';
      const dictionary = dictionaryOf(body[0]);
      const text = inflate(body.subarray(1), dictionary);
      window = slideWindow(dictionary === nothing ? nothing : (window ?? nothing), text);
      const json = unpackIds(strFromU8(text), inflatedLimitBytes);
      const resolved = resolveSheets(json, sheet, inflatedLimitBytes);
      if (resolved === null) throw new LostThread('a sheet is missing');
      return resolved;
    },
  };
}

export const deflate = (text: Uint8Array, dictionary: Uint8Array = nothing): Uint8Array =>
  deflateSync(text, dictionary.length > 0 ? { level: 6, dictionary } : { level: 6 });
