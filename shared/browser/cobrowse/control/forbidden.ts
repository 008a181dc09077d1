import type { ControlRefusal } from '../../../protocol/peer.ts';
import { deepParent, frameDocument } from './deep.ts';

/** Why no host acts on an element, whatever else is allowed; null: nothing forbids it. */
export type Forbidden = (
  element: Element,
) => Extract<ControlRefusal, 'private' | 'payment' | 'no-control' | 'other-origin-frame'> | null;

/** Is this element in a zone that the site keeps from control? Asked for the element only: zones hold whatever is in them. */
export type IsNoControl = (element: Element) => boolean;

export function createForbidden(isNoControl: IsNoControl): Forbidden {
  return (element) => {
    // Pressing a label presses what it is the label of.
    const control = element.closest('label')?.control;
    for (const one of control ? [element, control] : [element]) {
      if (isPrivate(one)) return 'private';
      if (one.localName === 'iframe' && !frameDocument(one)) {
        return isPaymentFrame(one as HTMLIFrameElement) ? 'payment' : 'other-origin-frame';
      }
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

/** People pay in it. */
function isPaymentFrame({ allow, src }: HTMLIFrameElement): boolean {
  if (/(?:^|[\s;])payment\b/.test(allow)) return true;
  return URL.canParse(src) && payers.test(new URL(src).hostname);
}
