import type { PrivacyPolicy } from '../../../protocol/privacy-policy.ts';
import { createChosenPlaces } from './chosen-places.ts';
import { isCaption, isField, isTick } from './never.ts';
import { createPrivacy, createPrivacyMemory, type Privacy, type PrivacyDeps } from './privacy.ts';

/** What may be seen, as people have decided it so far: the site, and within that the customer. */
export interface Decisions {
  policy: PrivacyPolicy;
  /** Places that the customer has hidden, see `place.ts`. */
  hidden: readonly string[];
  /** Fields that the customer lets be seen. */
  shown: readonly string[];
}

export interface DecidedPrivacy extends Privacy {
  decide(decisions: Decisions): void;
}

/** Privacy under decisions that change while the page lives. What must never be seen is remembered through all of them. */
export function createDecidedPrivacy({
  decisions: first,
  ...deps
}: Omit<PrivacyDeps, 'policy' | 'memory'> & { decisions: Decisions }): DecidedPrivacy {
  const memory = createPrivacyMemory();
  const hidden = createChosenPlaces(deps.doc);
  const shown = createChosenPlaces(deps.doc);
  let { policy } = first;
  let site = createPrivacy({ ...deps, policy, memory });
  let changed: () => void = () => undefined;
  hidden.choose(first.hidden);
  shown.choose(first.shown);

  function change(next: PrivacyPolicy): boolean {
    if (JSON.stringify(next) === JSON.stringify(policy)) return false;
    policy = next;
    site.stop();
    site = createPrivacy({ ...deps, policy, memory });
    site.onChange(changed);
    return true;
  }

  return {
    decide(decisions) {
      const all = [change(decisions.policy), hidden.choose(decisions.hidden), shown.choose(decisions.shown)];
      if (all.includes(true)) changed();
    },
    treatment: (element) => (hidden.has(element) ? 'block' : site.treatment(element)),
    field(element) {
      const field = site.field(element);
      if (!field || !isField(element) || isCaption(element) || isTick(element)) return field;
      return shown.has(element) && !memory.never.has(element) ? { ...field, text: element.value } : field;
    },
    attributes: (element) => site.attributes(element),
    attribute: (element, name, value) => site.attribute(element, name, value),
    text: (node) => site.text(node),
    css: (text, base) => site.css(text, base),
    cssParts: (parts, base) => site.cssParts(parts, base),
    customStates: {
      of: (element) => site.customStates.of(element),
      count: () => site.customStates.count(),
    },
    url: (url) => site.url(url),
    title: (text) => site.title(text),
    words: (text) => site.words(text),
    isConcealed: (node) => site.isConcealed(node) && !(node.nodeType === 1 && shown.has(node as Element)),
    onChange(handler) {
      changed = handler;
      site.onChange(handler);
    },
    stop: () => site.stop(),
  };
}
