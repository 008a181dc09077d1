import type { PrivacyPolicy } from '../../../protocol/privacy-policy.ts';
import { admitPage } from '../../../protocol/page-admission.ts';
import { isRoot } from './root.ts';
import { hasForeignSheet } from './foreign-sheet.ts';
import { isField, type Never } from './never.ts';
import { createPageWatch } from './page-watch.ts';
import { region } from './region.ts';
import { createRegions } from './regions.ts';
import { rulesFor } from './rules.ts';
import type { Taint } from './taint.ts';
import { createTypedValues } from './typed-values.ts';

export interface PageState {
  /** What holds for an element, see `region`. */
  regionOf(element: Element): number;
  /** Takes note of all that has happened in the page, so that no answer is given on yesterday's page. */
  catchUp(): void;
  read(field: Element): void;
  /** Some of the page's sheets cannot be read, and so the names in them not be changed. */
  hasForeignSheets(): boolean;
  hides(words: (flags: number) => boolean, fields: (flags: number) => boolean): void;
  /** Whether anything of this page may be sent. */
  isAdmitted(): boolean;
  stop(): void;
}

interface Deps {
  policy: PrivacyPolicy;
  doc: Document;
  taint: Taint;
  never: Never;
  /** Something that was asked for holds no more. */
  changed(): void;
}

/** Keeps up with the page: which parts are hidden, what fields hold, which rules are in force. */
export function createPageState({ policy, doc, taint, never, changed }: Deps): PageState {
  const isStrict = policy.level === 'strict';
  let hidesWords: (flags: number) => boolean = () => true;
  let hidesFields: (flags: number) => boolean = () => true;
  let isFresh = false;
  let isDirty = true;
  let address = '';
  let rules = rulesFor(policy, doc.URL, doc);
  let admission = admitPage(policy, doc.URL);
  let sheets = -1;
  let foreign = false;

  const regions = createRegions({
    top: doc,
    base: isStrict || policy.privateByDefault ? region.mask : 0,
    met(element) {
      const { parentNode } = element;
      if (parentNode && parentNode.nodeType !== 1) watchRoot(parentNode);
      if (element.shadowRoot) watch.add(element.shadowRoot);
    },
  });
  const values = createTypedValues({
    taint,
    never,
    isHidden: (element) => (isField(element) ? hidesFields : hidesWords)(regions.of(element)),
  });
  const watch = createPageWatch({
    allAttributes: policy.rules.length + policy.shown.length > 0,
    mutated,
    typed: (element) => values.read(element),
    added(root) {
      isDirty = true;
      isFresh = false;
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) watch.add(element.shadowRoot);
    },
  });

  function watchRoot(node: Node) {
    if (isRoot(node)) watch.add(node);
  }
  function mutated(records: readonly MutationRecord[]) {
    isFresh = false;
    let hides = false;
    for (const { type, target, attributeName, oldValue, addedNodes } of records) {
      if (type === 'characterData') continue;
      isDirty = true;
      if (type === 'childList') {
        values.moved();
        for (const node of addedNodes) regions.placed(node);
      } else if (attributeName !== null) {
        const element = target as Element;
        if (attributeName === 'type' && oldValue?.toLowerCase() === 'password' && isField(element))
          never.remember(element);
        hides = regions.changed(element) || hides;
        if (attributeName === 'contenteditable') values.moved();
      }
    }
    if (hides) changed();
  }
  function followPage() {
    const now = doc.URL;
    if (now !== address) {
      address = now;
      rules = rulesFor(policy, now, doc);
      isDirty = true;
      const next = admitPage(policy, now);
      if (next !== admission) changed();
      admission = next;
    }
    if (doc.styleSheets.length !== sheets) {
      sheets = doc.styleSheets.length;
      const before = foreign;
      foreign = hasForeignSheet(doc);
      if (before !== foreign) changed();
    }
  }

  watch.add(doc);

  return {
    regionOf: regions.of,
    hasForeignSheets: () => foreign,
    isAdmitted: () => admission === 'admitted',
    read: values.read,
    hides(words, fields) {
      hidesWords = words;
      hidesFields = fields;
    },
    catchUp() {
      watch.catchUp();
      if (isFresh) return;
      isFresh = true;
      queueMicrotask(() => (isFresh = false));
      followPage();
      if (isDirty) watch.tidy();
      if (isDirty && regions.follow(rules, watch.roots)) changed();
      isDirty = false;
      values.readAll(watch.roots);
    },
    stop: watch.stop,
  };
}
