import {
  addressFunctions,
  atRules,
  bannedFunctions,
  bannedProperties,
  conditions,
  countedAtRules,
  documentProperties,
  linkHolder,
  standIns,
  statesHolder,
  textFunctions,
} from './css-names.ts';
import { cssUrl } from './css-url.ts';
import { plainBlock, plainRule } from './plain-rule.ts';
import { dropAtRule, readQuotedUrl } from './skip.ts';
import { readTokens, type TokenKind } from './token-reader.ts';

/** Brackets in brackets: browsers go down by recursion. */
const deepest = 48;
const blocksLeftOpen = 4;
const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
/** Parts two tokens without joining them or being a space between selectors. */
const gap = '/**/';
/** Ends a rule that has no block yet: it would take that of the next text. */
const noBlock = '{}';

/** The shortest word that is changed wherever it stands; an escape only makes it longer. */
const shortestOdd = 'device-width'.length;
const deviceSize = /^(?:min-|max-)?device-(?:width|height)$/;
/** `[href^=…]` asks for the value, `[href]` only whether there is one. */
const comparison = /^\s*[~|^$*]?=/;
const hexEscape = (char: string) => `\\${char.charCodeAt(0).toString(16)} `;

interface Edit {
  start: number;
  end: number;
  /** Null: not to be made. */
  text: string | null;
}

/**
 * CSS (a sheet, a rule, declarations or a value) without anything that fetches, runs or points to another
 * document, in one pass over its tokens. What is harmless stays as it is, to the letter. Four things are changed:
 *
 * - addresses: see `cssUrl`;
 * - `:hover`, `:focus` and their like become attributes, for nobody's mouse or focus is in the mirror;
 * - what asks where a link leads asks another attribute, for in the mirror links lead nowhere;
 * - device widths become those of the window.
 *
 * `property`: whose value it is. `joined`: the text of one of several nodes that the browser reads as one; the
 * result then ends outside of names, strings, comments and brackets, so that no two texts make a third. `closed`: a
 * whole sheet, or whole rules of one; the result ends outside of blocks and rules too.
 */
export function safeCss(css: string, { property = '', joined = false, closed = false } = {}): string {
  if (!/[\\@("'/{}<[]/.test(css)) {
    if (css.trim() === '') return joined && css !== '' ? css + gap : css;
    return closed ? css + noBlock : joined ? css + gap : css;
  }
  const reader = readTokens(css);
  const edits: Edit[] = [];
  const open: { close: string; name: string }[] = [];
  /** Of the statement that is being read. */
  let atRule = '';
  let name = property;
  let fresh = true;
  let colonAt = -1;
  let states: { edit: Edit; stand: string }[] = [];
  /** How many of the open brackets belong to functions that take addresses. */
  let addresses = 0;
  let end = css.length;

  const edit = (text: string, from = reader.start) => edits.push({ start: from, end: reader.end, text });
  const documents = () => documentProperties.has(name);
  /** From there to where the reader stands, if a selector is what it is in. */
  function stands(start: number, stand: string) {
    const state = { edit: { start, end: reader.end, text: null } as Edit, stand };
    edits.push(state.edit);
    states.push(state);
  }
  function begin() {
    atRule = '';
    name = property;
    fresh = true;
    states = [];
  }
  function push(close: string, of: string) {
    open.push({ close, name: of });
    if (addressFunctions.has(of)) addresses += 1;
  }
  function pop(close: string) {
    if (open.at(-1)?.close !== close) return;
    const closed = open.pop();
    if (closed && addressFunctions.has(closed.name)) addresses -= 1;
    if (close === '}') begin();
  }
  const inStatement = () => open.length === 0 || open.at(-1)?.close === '}';

  /** `:state(…)`, of one plain name; else nothing is read. */
  function isState(): boolean {
    const { end: back } = reader;
    const start = colonAt - 1;
    const state = reader.next() && reader.kind === 'ident' ? reader.value() : '';
    if (!/^[\w-]{1,60}$/.test(state) || !reader.next() || css[reader.start] !== ')') {
      reader.end = back;
      return false;
    }
    stands(start, `[${statesHolder}~="${state}"]`);
    return true;
  }
  function onFunction() {
    const called = reader.value().toLowerCase();
    const from = reader.start;
    if (called === 'state' && colonAt === from) {
      if (isState()) return;
      return push(')', called);
    }
    if (called === 'url') return edit(cssUrl(readQuotedUrl(reader, css), documents()), from);
    if (addresses > 0 && (/^(?:var|env|attr|if)$/.test(called) || called.startsWith('--'))) {
      edit(`beside-none(`);
    } else if (bannedFunctions.has(called)) edit(`beside-none(`);
    return push(')', called);
  }
  function onIdent() {
    const isProperty = fresh && atRule === '' && inStatement();
    const isPseudo = colonAt === reader.start;
    const within = open.at(-1)?.close === ']';
    // Most are values and classes, of which nothing is to be known.
    if (!isProperty && !isPseudo && !within && reader.end - reader.start < shortestOdd) return;
    const word = reader.value().toLowerCase();
    const stand = isPseudo ? standIns.get(word) : undefined;
    if (stand !== undefined) stands(colonAt - 1, stand);
    if (word === 'href' && within && comparison.test(css.slice(reader.end, reader.end + 9))) {
      edit(linkHolder);
    }
    if (word.includes('device-') && deviceSize.test(word)) edit(word.replace('device-', ''));
    if (!isProperty) return;
    name = word;
    if (bannedProperties.has(word)) edit('beside-none');
  }
  /** To there, as a closed rule or block in which there is nothing to do. */
  function pass(plainEnd: number): boolean {
    if (plainEnd < 0) return false;
    reader.end = plainEnd;
    begin();
    return true;
  }
  const mayPass = () => atRule === '' && addresses === 0 && open.length < deepest - 1 && inStatement();
  function onDelim() {
    const text = css.charAt(reader.start);
    if (text === ':') colonAt = reader.end;
    else if (text === '(' || text === '[') push(closers[text] ?? '', text);
    else if (text === ')' || text === ']' || text === '}') pop(text);
    else if (text === '{') {
      if (!conditions.has(atRule)) for (const state of states) state.edit.text = state.stand;
      if (mayPass() && pass(plainBlock(css, reader.end))) return;
      push('}', '{');
      begin();
      return;
    } else if (text === ';' && inStatement()) return begin();
    // What is left of an escape at the very end would change whatever comes next.
    else if (text === '\\') edit(gap);
    if (text !== '}') fresh = false;
  }
  function onAtRule() {
    const rule = reader.value().toLowerCase();
    if (atRules.has(rule)) {
      if (fresh && inStatement()) atRule = rule;
      fresh = false;
      return;
    }
    const from = reader.start;
    dropAtRule(reader, css);
    // In the midst of a statement, which goes on after it, it is no rule.
    edit(countedAtRules.has(rule) && fresh && open.length === 0 ? '@media not all{}' : gap, from);
  }

  let before: TokenKind = 'space';
  for (let kind: TokenKind = 'space'; ; before = kind) {
    while (fresh && mayPass() && pass(plainRule(css, reader.end)));
    if (!reader.next()) break;
    kind = reader.kind;
    if (open.length > deepest) {
      end = reader.start;
      break;
    }
    switch (kind) {
      case 'space':
        continue;
      case 'comment':
        edit(gap);
        continue;
      case 'string': {
        const within = open.at(-1)?.name ?? '';
        const isText = open.at(-1)?.close !== ')' || within === '(' || textFunctions.has(within);
        if (!isText || (addresses > 0 && within !== 'type')) {
          // A name before it would become the name of a function.
          const apart = before === 'space' || /[(,]/.test(css[reader.start - 1] ?? '');
          edit((apart ? '' : gap) + cssUrl(reader.value(), documents()));
        } else if (reader.open) edit(`"${reader.value().replace(/["\\\n\r\f]/g, hexEscape)}"`);
        break;
      }
      case 'bad-string':
        edit(gap);
        break;
      case 'url':
        edit(cssUrl(/["'(\s]/.test(reader.value()) ? null : reader.value(), documents()));
        break;
      case 'function':
        onFunction();
        break;
      case 'ident':
        onIdent();
        break;
      case 'at':
        onAtRule();
        continue;
      case 'hash':
        break;
      case 'delim':
        onDelim();
        continue;
    }
    fresh = false;
  }

  let result = '';
  let copied = 0;
  for (const { start, end: until, text } of edits) {
    if (text === null || start < copied) continue;
    result += css.slice(copied, start) + text;
    copied = until;
  }
  result += css.slice(copied, Math.max(copied, end));
  // Blocks may go on in the next text of the same element, brackets may not.
  const lowest = open.length > (closed ? 0 : blocksLeftOpen) ? 0 : open.findIndex(({ close }) => close !== '}');
  if (lowest >= 0) for (const { close } of open.slice(lowest).toReversed()) result += close;
  if (closed && (open[0] ? open[0].close !== '}' : !fresh)) return result + noBlock;
  return joined && !/[};]$|\*\/$/.test(result) ? result + gap : result;
}
