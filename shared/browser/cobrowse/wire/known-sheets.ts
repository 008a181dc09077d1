import * as v from 'valibot';
import { parseWith } from '../../../protocol/codec.ts';
import { inflateText } from './inflate.ts';
import { namedCharsAtMost } from './sheet-references.ts';

const newsSchema = v.pipe(
  v.array(
    v.tuple([v.pipe(v.string(), v.regex(/^[0-9a-z]{10,32}$/)), v.pipe(v.string(), v.maxLength(namedCharsAtMost))]),
  ),
  v.maxLength(2_000),
);
/** Beyond this the oldest are forgotten; the customer sends what is missed once more. */
const charsAtMost = 64 * 1024 * 1024;

export interface KnownSheets {
  /** A body of new sheets; gives their texts. What is none teaches nothing: whatever names one of them will miss it. */
  learn(body: Uint8Array): string[];
  textOf(name: string): string | undefined;
}

/** Style sheets that have come, by name. */
export function createKnownSheets(): KnownSheets {
  const texts = new Map<string, string>();
  let chars = 0;

  function read(body: Uint8Array): string {
    try {
      return inflateText(body);
    } catch {
      return '';
    }
  }
  return {
    learn(body) {
      const news = parseWith(newsSchema, read(body));
      if (!news.ok) return [];
      for (const [name, text] of news.message) {
        chars += text.length - (texts.get(name)?.length ?? 0);
        texts.delete(name);
        texts.set(name, text);
      }
      for (const [name, text] of texts) {
        if (chars <= charsAtMost) break;
        texts.delete(name);
        chars -= text.length;
      }
      return news.message.map(([, text]) => text);
    },
    textOf: (name) => texts.get(name),
  };
}
