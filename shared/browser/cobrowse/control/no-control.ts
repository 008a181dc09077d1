import type { PrivacyPolicy } from '../../../protocol/privacy-policy.ts';
import { noControlSelector } from '../filter/markers.ts';
import { noControlRules } from '../filter/rules.ts';
import type { IsNoControl } from './forbidden.ts';

/** Zones that the site keeps from control, marked in the page or by its policy. */
export function createNoControl(policy: PrivacyPolicy): IsNoControl {
  let at: string | null = null;
  let selector = '';
  return (element) => {
    if (at !== location.href) {
      at = location.href;
      selector = noControlSelector(noControlRules(policy, at));
    }
    try {
      return element.matches(selector);
    } catch {
      // A rule that cannot be read may mean anything: nothing is touched.
      return true;
    }
  };
}
