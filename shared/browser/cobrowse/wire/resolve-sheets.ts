import { betweenParts, partsAtMost, sheetPrefix } from './sheet-references.ts';

const name = '[0-9a-z]{10,32}';
/** Only as the value of this attribute: within other text the quotes would be escaped. */
const reference = new RegExp(`"_cssText":"${sheetPrefix}(${name}(?:\\+${name}){0,${partsAtMost - 1}})"`, 'g');
const escapedMark = JSON.stringify(betweenParts).slice(1, -1);

/**
 * Puts the texts in the places of their names (several with `+` between). Null when one is not known; a RangeError
 * beyond `charsAtMost`, before that much is made: one name may stand there any number of times.
 */
export function resolveSheets(
  body: string,
  textOf: (name: string) => string | undefined,
  charsAtMost: number,
): string | null {
  if (!body.includes(`"_cssText":"${sheetPrefix}`)) return body;
  const escaped = new Map<string, string>();
  function escapedOf(name: string): string | undefined {
    const before = escaped.get(name);
    const text = before === undefined ? textOf(name) : undefined;
    if (text === undefined) return before;
    const made = JSON.stringify(text).slice(1, -1);
    escaped.set(name, made);
    return made;
  }
  let isComplete = true;
  let chars = body.length;
  const resolved = body.replace(reference, (_all, names: string) => {
    const parts: string[] = [];
    for (const name of names.split('+')) {
      const part = escapedOf(name);
      if (part === undefined) isComplete = false;
      chars += escapedMark.length + (part?.length ?? 0);
      if (chars > charsAtMost) throw new RangeError('many times the same sheet');
      parts.push(part ?? '');
    }
    return `"_cssText":"${parts.join(escapedMark)}"`;
  });
  return isComplete ? resolved : null;
}
