import { IncrementalSource, type incrementalData } from '@rrweb/types';
import type { Privacy } from '../filter/privacy.ts';
import { ownSheets } from '../own-parts.ts';
import type { CssChange, Realm } from './css-hooks.ts';
import { fontRules } from './font-faces.ts';
import type { NodeRegistry } from './node-registry.ts';
import { adoptedRules, changedByScript } from './sheet-text.ts';
import { mirrorParent } from './walk.ts';

export interface Sheets {
  changed(sheet: CSSStyleSheet, change: CssChange): void;
  /** Says what `root` has adopted, if that is not known at the host. */
  adopted(root: Document | ShadowRoot): void;
  /** As `adopted`, and the document may have other fonts of its scripts' making. */
  fonts(doc: Document): void;
  /** All that has happened to sheets since the last time, in order. */
  take(): incrementalData[];
  /** The host knows of no adopted sheet any more. */
  drop(): void;
}

interface Deps {
  registry: NodeRegistry;
  privacy: Privacy;
  /** The text of this shown `<style>` or `<link>`, or for which media it is, has to go again. */
  touch(element: Element, attribute: '_cssText' | 'media'): void;
  changed(): void;
}

/** Sheets in the mirror only: of the fonts that scripts have given to a document. */
const fontSheets = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();
const written = new WeakMap<CSSStyleSheet, string>();

/** Without what is ours. */
function adoptedBy(root: Document | ShadowRoot): CSSStyleSheet[] {
  const sheets = root.adoptedStyleSheets.filter((sheet) => !ownSheets.has(sheet));
  const fonts = fontSheets.get(root);
  return fonts ? [fonts, ...sheets] : sheets;
}

/** The player puts a rule at the end when its place is beyond it. */
const atEnd = 2 ** 30;

/**
 * Style rules that scripts change. Added at the end, the way of libraries that write styles as they go,
 * a rule goes by itself; after any other change the whole text of the sheet goes again, once a batch.
 */
export function createSheets({ registry, privacy, touch, changed: ask }: Deps): Sheets {
  const ids = new WeakMap<CSSStyleSheet, number>();
  /** Constructed sheets that the host knows. */
  const known = new Set<number>();
  const roots = new Set<Document | ShadowRoot>();
  const rewritten = new Set<CSSStyleSheet>();
  /** What these were told to have adopted: nothing tells of a sheet that is pushed into the list itself. */
  const adopters = new Map<Document | ShadowRoot, string>();
  let adds: { sheet: CSSStyleSheet; rule: string }[] = [];
  let last = 0;

  function idOf(sheet: CSSStyleSheet): number {
    let id = ids.get(sheet);
    if (id === undefined) ids.set(sheet, (id = ++last));
    return id;
  }

  function adoption(root: Document | ShadowRoot): incrementalData | null {
    const id = registry.shownIdOf(mirrorParent(root));
    if (id < 0) return null;
    const isFirst = !adopters.has(root);
    adopters.set(root, listOf(root));
    if (isFirst && adoptedBy(root).length === 0) return null;
    const base = root.baseURI;
    const styles = [];
    for (const sheet of adoptedBy(root)) {
      const styleId = idOf(sheet);
      // A sheet belongs to one document, so one that is in several roots of it is told once.
      if (known.has(styleId)) continue;
      known.add(styleId);
      styles.push({
        styleId,
        rules: adoptedRules(sheet).map((rule, index) => ({ rule: privacy.css(rule, base), index })),
      });
    }
    const styleIds = adoptedBy(root).map(idOf);
    return { source: IncrementalSource.AdoptedStyleSheet, id, styleIds, ...(styles.length > 0 && { styles }) };
  }

  const listOf = (root: Document | ShadowRoot) => adoptedBy(root).map(idOf).join();

  const isKnown = (sheet: CSSStyleSheet) => known.has(idOf(sheet));

  function adopted(root: Document | ShadowRoot) {
    roots.add(root);
    ask();
  }

  return {
    changed(sheet, change) {
      if (change.kind !== 'media') changedByScript.add(sheet);
      const owner = sheet.ownerNode;
      if (owner ? !registry.isShown(owner) : !isKnown(sheet)) return;
      const isPlain = owner !== null || (!sheet.disabled && sheet.media.length === 0);
      if (owner && change.kind === 'media') touch(owner as Element, 'media');
      else if (change.kind === 'inserted' && change.isLast && isPlain && !rewritten.has(sheet))
        adds.push({ sheet, rule: change.rule });
      else {
        rewritten.add(sheet);
        if (owner) touch(owner as Element, '_cssText');
      }
      ask();
    },
    adopted,
    fonts(doc) {
      const rules = fontRules(doc.fonts);
      const realm = doc.defaultView as Realm | null;
      const known = fontSheets.get(doc) ?? (rules !== '' && realm ? new realm.CSSStyleSheet() : null);
      // The hooks hear it, as they hear a script that writes its sheet anew.
      if (known && written.get(known) !== rules) known.replaceSync(rules);
      if (known) {
        written.set(known, rules);
        fontSheets.set(doc, known);
      }
      adopted(doc);
    },
    take() {
      const events: incrementalData[] = [];
      for (const [root, told] of adopters) {
        if (!root.isConnected) adopters.delete(root);
        else if (listOf(root) !== told) roots.add(root);
      }
      for (const root of roots) {
        const data = adoption(root);
        if (data) events.push(data);
      }
      roots.clear();
      for (const { sheet, rule } of adds) {
        const owner = sheet.ownerNode;
        const base = owner ? owner.baseURI : document.baseURI;
        const target = owner ? { id: registry.shownIdOf(owner) } : { styleId: idOf(sheet) };
        if (rewritten.has(sheet) || target.id === -1) continue;
        events.push({
          source: IncrementalSource.StyleSheetRule,
          ...target,
          adds: [{ rule: privacy.css(rule, base), index: atEnd }],
        });
      }
      adds = [];
      for (const sheet of rewritten) {
        if (sheet.ownerNode) continue;
        const replaceSync = privacy.css(adoptedRules(sheet).join('\n'), document.baseURI);
        events.push({ source: IncrementalSource.StyleSheetRule, styleId: idOf(sheet), replaceSync });
      }
      rewritten.clear();
      return events;
    },
    drop() {
      known.clear();
      adopters.clear();
      roots.clear();
      rewritten.clear();
      adds = [];
    },
  };
}
