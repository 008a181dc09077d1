import type { Notice } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';

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

/** What a notice says to the host. `name`: the customer's. */
export const noticeText = (code: Notice['code'], name: string): string => t(texts[code], { name });
