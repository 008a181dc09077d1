import type { ControlRefusal } from '../../../protocol/peer.ts';
import { deepParent, frameDocument } from './deep.ts';

/** Why no host acts on an element, whatever else is allowed; null: nothing forbids it. */
export type Forbidden = (element: Element) => Extract<ControlRefusal, 'private' | 'payment' | 'no-control'> | null;

/** Is this element in a zone that the site keeps from control? Asked for the element only: zones hold whatever is in them. */
export type IsNoControl = (element: Element) => boolean;

/** A site marks what no host may press, wherever it is. */
export const markedNoControl: IsNoControl = (element) => element.hasAttribute('data-assist-no-control');

export function createForbidden(isNoControl: IsNoControl): Forbidden {
  return (element) => {
    // Pressing a label presses what it is the label of.
    const control = element.closest('label')?.control;
    for (const one of control ? [element, control] : [element]) {
      if (isPrivate(one)) return 'private';
      if (isPaymentFrame(one)) return 'payment';
      for (let at: Node | null = one; at; at = deepParent(at)) {
        if (at.nodeType === 1 && isNoControl(at as Element)) return 'no-control';
      }
    }
    return null;
  };
}

export function isPrivate(element: Element): boolean {
  const field = element.closest('input');
  if (!field) return false;
  const { type, autocomplete } = field;
  return (
    type === 'password' ||
    type === 'file' ||
    type === 'hidden' ||
    field.hasAttribute('data-rr-is-password') ||
    /(?:^|\s)(?:cc-|current-password|new-password|one-time-code)/.test(autocomplete)
  );
}

const payers =
  /(?:^|\.)(?:stripe\.com|stripe\.network|adyen\.com|braintreegateway\.com|paypal\.com|klarna\.com|checkout\.com|squareup\.com|worldpay\.com|gopay\.com|gopay\.cz|comgate\.cz|pay\.google\.com)$/;

/** A frame of another origin in which people pay. */
function isPaymentFrame(element: Element): boolean {
  if (element.localName !== 'iframe' || frameDocument(element)) return false;
  const { allow, src } = element as HTMLIFrameElement;
  if (/(?:^|[\s;])payment\b/.test(allow)) return true;
  return URL.canParse(src) && payers.test(new URL(src).hostname);
}
