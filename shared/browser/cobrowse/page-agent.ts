import type { FromPage, ToPage } from '../../protocol/page.ts';
import { newId } from '../../protocol/new-id.ts';
import { defaultPrivacyPolicy, type PrivacyPolicy } from '../../protocol/privacy-policy.ts';
import { createAssetRegistry } from './assets/asset-registry.ts';
import { type AfterCommand, createAfterCommand } from './control/after-command.ts';
import { createDispatcher, type Dispatcher } from './control/dispatcher.ts';
import type { Natives } from './control/natives.ts';
import { createNoControl } from './control/no-control.ts';
import { createChosenPlaces } from './filter/chosen-places.ts';
import { createStaleness } from './control/staleness.ts';
import { type PageLog, startPageLog } from './log/page-log.ts';
import { createPageDrawing, type PageDrawing } from './pointer/page-drawing.ts';
import { createAreaBox } from './pick/area-box.ts';
import { createPagePointers, type PagePointers } from './pointer/page-pointers.ts';
import { hearFrames } from './frames/hear-frames.ts';
import { watchFrames } from './frames/watch-frames.ts';
import { createPageRecorder } from './record/page-recorder.ts';
import { takeClosedRoots } from './record/closed-roots.ts';
import { keepShadowRoot, shadowRootOf } from './record/shadow-roots.ts';

export interface PageAgentDeps {
  post(message: FromPage): void;
  natives: Natives;
  /** Left out: that of a site which has decided nothing. */
  policy?: PrivacyPolicy;
}

export interface PageAgent {
  receive(message: ToPage): void;
}

/**
 * All that runs in the customer's page: the recorder and the host's hands. It is one for each document,
 * does nothing until `page.record`, and nothing after `page.stop`.
 */
export function createPageAgent({ post, natives, policy = defaultPrivacyPolicy }: PageAgentDeps): PageAgent {
  const documentId = newId();
  const staleness = createStaleness({
    parentIdOf(id) {
      const parent = recorder.nodeOf(id)?.parentNode;
      return parent ? recorder.idOf(parent) : -1;
    },
    isShown: (id) => recorder.nodeOf(id) !== null,
  });
  const assets = createAssetRegistry({ documentId, doc: document, post });
  const recorder = createPageRecorder({
    documentId,
    assets,
    decisions: { policy, hidden: [], shown: [] },
    post,
    framed: watchFrames(() => post({ type: 'page.frame-loaded' })),
    observe: staleness.note,
  });
  /** What the customer hides no host presses. */
  const kept = createChosenPlaces(document);
  let isNoControl = createNoControl(policy);
  let hearing: AbortController | null = null;
  let dispatcher: Dispatcher | null = null;
  let pointers: PagePointers | null = null;
  let drawing: PageDrawing | null = null;
  const areaBox = createAreaBox();
  let effects: AfterCommand | null = null;
  let log: PageLog | null = null;

  const openPointers = () =>
    (pointers ??= createPagePointers({ documentId, post, nodeOf: recorder.nodeOf, idOf: recorder.idOf }));
  const openDrawing = () =>
    (drawing ??= createPageDrawing({ documentId, post, nodeOf: recorder.nodeOf, idOf: recorder.idOf }));
  function needsCustomer(id: number, element: Element | null) {
    post({ type: 'page.refused', id, code: 'needs-customer' });
    openPointers().ask.light(element);
  }

  function hear() {
    hearing = new AbortController();
    hearFrames(window, {
      idOf: recorder.idOf,
      shadowOf: shadowRootOf,
      found(nonce, node) {
        // The host must have the element before it is told what is in it.
        recorder.flush();
        post({ type: 'page.framed', nonce, node });
      },
      signal: hearing.signal,
    });
    askClosedRoots(hearing.signal);
  }

  /** Closed shadow roots from before are known a little later, and then the page goes once more. */
  function askClosedRoots(signal: AbortSignal) {
    const nonce = newId();
    takeClosedRoots(
      document,
      nonce,
      (root) => {
        if (shadowRootOf(root.host)) return;
        keepShadowRoot(root);
        if (!isStale) queueMicrotask(again);
        isStale = true;
      },
      signal,
    );
    post({ type: 'page.closed-roots', nonce });
  }
  let isStale = false;
  function again() {
    isStale = false;
    if (hearing) recorder.snapshot();
  }

  function tellLog(on: boolean) {
    log?.stop();
    log = on
      ? startPageLog({
          win: window,
          filter: recorder.log,
          address: recorder.address,
          post: (told) => post({ type: 'page.logged', documentId, ...told }),
        })
      : null;
  }

  function pause() {
    tellLog(false);
    dispatcher?.stop();
    dispatcher = null;
    pointers?.stop();
    pointers = null;
    drawing?.stop();
    drawing = null;
    effects?.stop();
    effects = null;
    hearing?.abort();
    hearing = null;
    recorder.stop();
  }

  post({ type: 'page.ready', documentId });

  return {
    receive(message) {
      switch (message.type) {
        case 'page.record':
          // Said to one that records already, it is from a window that has nothing yet.
          if (hearing) recorder.snapshot();
          else {
            recorder.record();
            openPointers();
            hear();
          }
          break;
        case 'page.refresh':
          recorder.snapshot();
          break;
        case 'page.pause':
          pause();
          break;
        case 'page.stop':
          pause();
          assets.forget();
          break;
        case 'page.pointer':
          pointers?.show(message.pointer, message.name);
          break;
        case 'page.drawn':
          if (hearing) openDrawing().heard(message.drawn);
          break;
        case 'page.draw':
          if (hearing) openDrawing().choose(message.chosen);
          break;
        case 'page.draw-undo':
          drawing?.undo();
          break;
        case 'page.area':
          areaBox.show(message.area);
          break;
        case 'page.unmark':
          pointers?.ask.clear();
          break;
        case 'page.policy':
          isNoControl = createNoControl(message.policy);
          recorder.decide({ policy: message.policy });
          break;
        case 'page.hide':
          kept.choose(message.selectors);
          recorder.decide({ hidden: message.selectors });
          break;
        case 'page.unmask':
          recorder.decide({ shown: message.selectors });
          break;
        case 'page.log':
          tellLog(message.on && hearing !== null);
          break;
        case 'page.release':
          dispatcher?.release();
          break;
        case 'page.command': {
          const { command } = message;
          dispatcher ??= createDispatcher({
            documentId,
            natives,
            staleness,
            nodeOf: recorder.nodeOf,
            needsCustomer,
            isNoControl: (element) => isNoControl(element) || kept.has(element),
          });
          const code = dispatcher.run(command);
          if (code) post({ type: 'page.refused', id: command.id, code });
          // A pointer that only passes over things can wait.
          if (command.type !== 'control.pointer' || command.action !== 'move')
            (effects ??= createAfterCommand(recorder.flush)).ask();
          break;
        }
        case 'page.call':
        case 'page.placed':
        case 'page.pick':
        case 'page.pick-end':
        case 'page.asset-ask':
          // For the ISOLATED world alone.
          break;
      }
    },
  };
}
