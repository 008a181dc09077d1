import type { PrivacyPolicy } from '../../../protocol/privacy-policy.ts';
import { type AssetKind, createAttributeFilter } from './attribute-filter.ts';
import { createChanges } from './changes.ts';
import { type CssFilter, createCssFilter } from './css-filter.ts';
import { cssParts } from './css-parts.ts';
import { isWordlessData } from './data-url.ts';
import { createCustomStates, type CustomStates } from './custom-states.ts';
import { createFieldFilter } from './field-filter.ts';
import { createUrlFilter } from './harmless-url.ts';
import { maskWords } from './mask.ts';
import { createNames } from './names.ts';
import { createNever, isField, type Never } from './never.ts';
import { createPageState } from './page-state.ts';
import { findPrivate } from './recognise/find-private.ts';
import { region } from './region.ts';
import { isShadowRoot } from './root.ts';
import { isSplitNumber } from './split-number.ts';
import { createTaint, type Taint } from './taint.ts';
import { createTextFilter } from './text-filter.ts';
import { treatmentOf } from './treatment.ts';

/** What may leave the page, asked with the live node at the moment in which it is recorded. */
export interface Privacy {
  /** `show`; `block`: a box of its size stands in and nothing inside leaves; `drop`: not even a box. */
  treatment(element: Element): 'show' | 'block' | 'drop';
  /** All attributes as they may leave. Not for blocked or dropped elements. */
  attributes(element: Element): Record<string, string>;
  /** One changed attribute; null: it does not leave. */
  attribute(element: Element, name: string, value: string): string | null;
  /** A text node's text (not inside `<style>`). */
  text(node: Text): string;
  /** The live value of an input, textarea or select as it may leave; null: nothing does. */
  field(element: Element): { text: string; checked: boolean } | null;
  /** Of what is typed here neither length nor place nor rhythm may be told. */
  isConcealed(node: Node): boolean;
  /** Style sheet text, a rule, or a declaration. `base`: what relative addresses are relative to. */
  css(text: string, base?: string): string;
  /** A whole sheet in parts of whole rules: each as it is asked for, at least one, and no more than may leave. */
  cssParts(parts: Iterable<string>, base?: string): Iterable<string>;
  /** Of the states that sheets ask for (`:state()`). */
  readonly customStates: Pick<CustomStates, 'of' | 'count'>;
  /** Any other address: origin and harmless path. */
  url(url: string): string;
  /** `document.title`. */
  title(text: string): string;
  /** Other words of the page, which stand nowhere in it. At most 5,000 characters. */
  words(text: string): string;
  /** Something that was sent must be hidden now, or may be shown: a fresh snapshot is due. At most one call a second. */
  onChange(handler: () => void): void;
  /** Takes its listeners off. */
  stop(): void;
}

/** What has to be known for as long as the document lives, whatever the policy becomes. */
export interface PrivacyMemory {
  taint: Taint;
  never: Never;
}

export const createPrivacyMemory = (): PrivacyMemory => ({ taint: createTaint(), never: createNever() });

export interface PrivacyDeps {
  policy: PrivacyPolicy;
  doc: Document;
  /** A reference for what lies at an absolute address; null: there is none. */
  asset(url: string, kind: AssetKind): string | null;
  memory?: PrivacyMemory;
}

export function createPrivacy({ policy, doc, asset, memory = createPrivacyMemory() }: PrivacyDeps): Privacy {
  const { level, limits } = policy;
  const allMasked = level === 'strict';
  const { taint, never } = memory;
  const changes = createChanges();
  const clean = createTextFilter({ taint, contacts: level !== 'open', most: limits.textChars });
  const hidden = (text: string) => taint.holds(text) || findPrivate(text, { contacts: true }).length > 0;
  const names = createNames({ all: allMasked, hidden, isLoose: () => state.hasForeignSheets() });
  const states = createCustomStates(names);
  const url = createUrlFilter({ originOnly: allMasked, hidden });

  function reference(address: string, kind: AssetKind, base: string | undefined): string | null {
    const trimmed = address.trim();
    if (trimmed === '' || (allMasked && kind !== 'font' && kind !== 'css')) return null;
    if (/^data:/i.test(trimmed)) {
      if (!isWordlessData(trimmed, hidden)) return null;
      // A long one goes once, not with each snapshot.
      return (trimmed.length > longData ? asset(trimmed, kind) : null) ?? encodeQuotes(trimmed);
    }
    const absolute = URL.parse(trimmed, base ?? doc.baseURI);
    return absolute && /^(?:https?|blob):$/.test(absolute.protocol) ? asset(absolute.href, kind) : null;
  }

  const css = createCssFilter({
    names,
    hidden,
    state: (name) => states.asked(name),
    drawn: allMasked ? maskWords : clean,
    attributeValue: (name, value) => attributes.selectorValue(name, value),
    asset: reference,
    most: limits.cssChars,
  });
  const attributes = createAttributeFilter({
    names,
    text: clean,
    css,
    url,
    asset: reference,
    hidden,
    allMasked,
    most: limits.attributeChars,
  });
  const state = createPageState({ policy, doc, taint, never, changed: changes.tell });
  const sheet: CssFilter = (text, base, before) => {
    state.catchUp();
    return css(text, base, before);
  };

  const hidesWords = (flags: number) =>
    allMasked ||
    (flags & region.mask) !== 0 ||
    (level !== 'open' && (flags & (region.typed | region.show)) === region.typed);
  const hidesFields = (flags: number) =>
    allMasked || (flags & region.mask) !== 0 || (level !== 'open' && (flags & region.show) === 0);
  state.hides(hidesWords, hidesFields);
  const fields = createFieldFilter({ never, hides: (element) => hidesFields(state.regionOf(element)), clean });

  function attribute(element: Element, name: string, value: string, masked: boolean): string | null {
    const special = fields.attribute(element, name.toLowerCase(), value, masked);
    return special === undefined ? attributes.attribute(element, name, value, masked) : special;
  }
  const isMaskedPart = (element: Element) => {
    const flags = state.regionOf(element);
    return allMasked || (flags & region.mask) !== 0;
  };

  return {
    treatment(element) {
      state.catchUp();
      if (!state.isAdmitted()) return 'block';
      return treatmentOf(element, state.regionOf(element), level);
    },
    attributes(element) {
      state.catchUp();
      const result: Record<string, string> = {};
      if (!element.hasAttributes()) return result;
      const masked = isMaskedPart(element);
      for (const name of element.getAttributeNames()) {
        const kept = attribute(element, name, element.getAttribute(name) ?? '', masked);
        if (kept !== null) result[name] = kept;
      }
      return result;
    },
    attribute(element, name, value) {
      state.catchUp();
      return attribute(element, name, value, isMaskedPart(element));
    },
    text(node) {
      const { data, parentNode } = node;
      if (!/\S/.test(data)) return data;
      state.catchUp();
      const parent = parentNode && isShadowRoot(parentNode) ? parentNode.host : (parentNode as Element | null);
      // Nobody knows where it was.
      if (parent?.nodeType !== 1) return maskWords(data);
      const flags = state.regionOf(parent);
      if (flags & region.silent) return '';
      if (hidesWords(flags) || parent.localName === 'textarea') return maskWords(data);
      if (isSplitNumber(node)) return maskWords(data);
      return clean(data);
    },
    field(element) {
      state.catchUp();
      if (!isField(element)) return null;
      state.read(element);
      return fields.field(element);
    },
    isConcealed(node) {
      const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
      if (!element) return false;
      state.catchUp();
      const flags = state.regionOf(element);
      if (isField(element)) return never.has(element) || hidesFields(flags);
      return (flags & region.typed) !== 0 && hidesWords(flags);
    },
    css: sheet,
    cssParts: (parts, base) => cssParts(sheet, parts, base, limits.cssChars),
    customStates: states,
    url: (address) => url(address),
    title(text) {
      state.catchUp();
      if (!state.isAdmitted()) return '';
      return allMasked || policy.privateByDefault ? maskWords(text) : clean(text.slice(0, 1_000));
    },
    words(text) {
      state.catchUp();
      if (!state.isAdmitted()) return '';
      return allMasked || policy.privateByDefault ? maskWords(text) : clean(text, mostWords);
    },
    onChange: changes.onChange,
    stop() {
      state.stop();
      changes.stop();
    },
  };
}

/** Characters. */
const longData = 4_096;
const mostWords = 5_000;

/** It may stand between quotes in a sheet. */
const encodeQuotes = (url: string) => url.replace(/["\\\n]/g, encodeURIComponent);
