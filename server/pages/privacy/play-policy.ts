import { EventType, IncrementalSource, type incrementalData } from '@rrweb/types';
import { createLivePlayer } from '../../../shared/browser/cobrowse/play/live-player.ts';
import { createRecording } from '../../../shared/browser/cobrowse/record/recording.ts';
import { createBodyWriter } from '../../../shared/browser/cobrowse/wire/body.ts';
import { packSheets } from '../../../shared/browser/cobrowse/wire/pack-sheets.ts';
import type { NamedSheet } from '../../../shared/browser/cobrowse/wire/sheet-references.ts';
import { admitPage } from '../../../shared/protocol/page-admission.ts';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';

export interface PolicyPlayer {
  /** Puts other HTML into the page. It has layout and styles, and no script of it ever runs: the frame is sandboxed. */
  load(html: string, address: string): void;
  /** Shows what a host would see of the page under this policy, or tells why nothing. */
  play(policy: PrivacyPolicy): 'sent' | 'paused' | 'not-allowed';
  stop(): void;
}

/** More than enough for a page that somebody pasted. */
const snapshotMs = 2_000;

/** The real recorder, filter, cleaner and player, without the way between them. */
export function createPolicyPlayer(page: HTMLIFrameElement, picture: HTMLElement): PolicyPlayer {
  const player = createLivePlayer({ root: picture, applied() {}, failed() {}, cut() {}, resized() {} });
  let at = 'about:blank';

  function snapshot(win: Window & typeof globalThis, policy: PrivacyPolicy) {
    const decisions = { policy, hidden: [], shown: [] };
    const sheets: NamedSheet[] = [];
    const named = (some: NamedSheet[]) => void sheets.push(...some);
    const recording = createRecording({ win, decisions, named, changed() {}, hidden() {} });
    try {
      const { node, rest } = recording.snapshot(snapshotMs);
      recording.tellSheets();
      return { node, rest, sheets };
    } finally {
      recording.stop();
    }
  }

  return {
    load(html, address) {
      const doc = page.contentDocument;
      if (!doc) return;
      doc.open();
      doc.write(html);
      doc.close();
      at = address;
      // Rules ask for the address; this document has none of its own.
      Object.defineProperty(doc, 'URL', { get: () => at, configurable: true });
    },
    play(policy) {
      const win = page.contentWindow as (Window & typeof globalThis) | null;
      const admission = admitPage(policy, at);
      if (!win || admission !== 'admitted') {
        player.blank();
        return admission === 'admitted' ? 'sent' : admission;
      }
      const { node, rest, sheets } = snapshot(win, policy);
      const { clientWidth: width, clientHeight: height } = page;
      const events = [
        { type: EventType.Meta, timestamp: 0, data: { href: '', width, height } },
        { type: EventType.FullSnapshot, timestamp: 0, data: { node, initialOffset: { top: 0, left: 0 } } },
        ...rest
          .filter(({ source }: incrementalData) => source !== IncrementalSource.Selection)
          .map((data) => ({ type: EventType.IncrementalSnapshot, timestamp: 0, data })),
      ];
      for (const body of packSheets(sheets)) player.sheets(body);
      player.snapshot({
        frame: 0,
        owner: null,
        documentId: 'playground',
        seq: 1,
        viewport: { width, height, pixelRatio: 1 },
        more: false,
        events: createBodyWriter().write(JSON.stringify(events), true),
      });
      return 'sent';
    },
    stop: () => player.blank(),
  };
}
