import { hookMedia } from './media-hooks.ts';
import { wrapMethods } from './wrap-methods.ts';

/** What a script has done to the rules of a sheet. */
export type CssChange =
  | { kind: 'inserted'; rule: string; index: number; isLast: boolean }
  | { kind: 'deleted'; index: number }
  | { kind: 'replaced'; text: string }
  /** Something within a rule, or whether the sheet is on. */
  | { kind: 'edited' }
  /** For which media the sheet is. */
  | { kind: 'media' };

export interface CssHooks {
  changed(sheet: CSSStyleSheet, change: CssChange): void;
  /** The sheets of a document or a shadow root are others now. */
  adopted(root: Document | ShadowRoot): void;
}

const patched = new WeakSet<object>();
const hooks = new Set<CssHooks>();
export type Realm = Window & typeof globalThis;

/** Hears of style rules that scripts change. Once a realm; wrappers stay and do nothing when nobody listens. */
export function hookCss(win: Realm, hook: CssHooks): () => void {
  hooks.add(hook);
  if (!patched.has(win)) {
    patched.add(win);
    wrapSheets(win);
    wrapNested(win);
    wrapDeclarations(win);
    wrapSwitch(win);
    hookMedia(win, tell);
    for (const proto of [win.Document.prototype, win.ShadowRoot.prototype]) wrapAdoption(proto);
  }
  return () => void hooks.delete(hook);
}

function tell(sheet: CSSStyleSheet | null, change: CssChange): void {
  if (sheet) for (const hook of hooks) hook.changed(sheet, change);
}

function wrapSheets(win: Realm): void {
  const proto = win.CSSStyleSheet.prototype;
  const { insertRule, deleteRule, replace, replaceSync } = proto;
  proto.insertRule = function (this: CSSStyleSheet, rule, index = 0) {
    const at = insertRule.call(this, rule, index);
    if (hooks.size > 0) tell(this, { kind: 'inserted', rule, index: at, isLast: at === this.cssRules.length - 1 });
    return at;
  };
  proto.deleteRule = function (this: CSSStyleSheet, index) {
    deleteRule.call(this, index);
    tell(this, { kind: 'deleted', index });
  };
  proto.replaceSync = function (this: CSSStyleSheet, text) {
    replaceSync.call(this, text);
    tell(this, { kind: 'replaced', text });
  };
  proto.replace = async function (this: CSSStyleSheet, text) {
    const sheet = await replace.call(this, text);
    tell(this, { kind: 'replaced', text });
    return sheet;
  };
}

/** Rules within rules; where they are told by saying that the whole sheet has changed. */
function wrapNested(win: Realm): void {
  for (const Rule of [win.CSSGroupingRule, win.CSSStyleRule] as ({ prototype: CSSRule } | undefined)[]) {
    if (!Rule) continue;
    wrapMethods(Rule.prototype, ['insertRule', 'deleteRule'], (rule) =>
      tell(rule.parentStyleSheet, { kind: 'edited' }),
    );
  }
}

/** Declarations of rules. Those of elements are attributes, and the observer sees them. */
function wrapDeclarations(win: Realm): void {
  const proto = win.CSSStyleDeclaration.prototype;
  const { setProperty, removeProperty } = proto;
  proto.setProperty = function (this: CSSStyleDeclaration, ...args) {
    setProperty.apply(this, args);
    if (this.parentRule) tell(this.parentRule.parentStyleSheet, { kind: 'edited' });
  };
  proto.removeProperty = function (this: CSSStyleDeclaration, property) {
    const value = removeProperty.call(this, property);
    if (this.parentRule) tell(this.parentRule.parentStyleSheet, { kind: 'edited' });
    return value;
  };
}

/** A sheet that scripts switch on and off. */
function wrapSwitch(win: Realm): void {
  const original = Object.getOwnPropertyDescriptor(win.StyleSheet.prototype, 'disabled');
  const set = original?.set;
  if (!original || !set) return;
  Object.defineProperty(win.StyleSheet.prototype, 'disabled', {
    ...original,
    set(this: CSSStyleSheet, off: unknown) {
      set.call(this, off);
      tell(this, { kind: 'edited' });
    },
  });
}

function wrapAdoption(proto: Document | ShadowRoot): void {
  const original = Object.getOwnPropertyDescriptor(proto, 'adoptedStyleSheets');
  const set = original?.set;
  if (!original || !set) return;
  Object.defineProperty(proto, 'adoptedStyleSheets', {
    ...original,
    set(this: Document | ShadowRoot, sheets: unknown) {
      set.call(this, sheets);
      for (const hook of hooks) hook.adopted(this);
    },
  });
}
