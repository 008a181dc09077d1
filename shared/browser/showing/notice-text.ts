import type { Notice } from '../cobrowse/host-cobrowse.ts';
import { type MessageKey, t } from '../ui/i18n.ts';

const texts: Record<Notice['code'], MessageKey> = {
  covered: 'notice.covered',
  gone: 'notice.gone',
  stale: 'notice.stale',
  private: 'notice.private',
  payment: 'notice.payment',
  'no-control': 'notice.noControl',
  'needs-customer': 'notice.needsCustomer',
  suspended: 'notice.suspended',
  impossible: 'notice.impossible',
  'other-origin-frame': 'notice.otherOriginFrame',
  'not-granted': 'notice.notGranted',
  lapsed: 'notice.notGranted',
  'left-origin': 'notice.leftOrigin',
  damaged: 'notice.damaged',
  'too-busy': 'notice.tooBusy',
  'page-too-large': 'notice.pageTooLarge',
};

/** For a customer, who knows nothing of mirrors and cannot ask for control, one sentence does for several reasons. */
const forCustomer: Partial<typeof texts> = {
  covered: 'watch.again',
  gone: 'watch.again',
  stale: 'watch.again',
  private: 'watch.private',
  'other-origin-frame': 'notice.noControl',
  'left-origin': 'assist.leftOrigin',
};

/** What a notice says to the viewer of a page. `name`: its owner's. */
export const noticeText = (code: Notice['code'], name: string, viewer: 'host' | 'customer' = 'host'): string =>
  t((viewer === 'customer' && forCustomer[code]) || texts[code], { name });
