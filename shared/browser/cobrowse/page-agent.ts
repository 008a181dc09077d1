import type { FromPage, ToPage } from '../../protocol/page.ts';
import { newId } from '../../protocol/new-id.ts';
import { createDispatcher, type Dispatcher } from './control/dispatcher.ts';
import type { Natives } from './control/natives.ts';
import { createStaleness } from './control/staleness.ts';
import { createPagePointers, type PagePointers } from './pointer/page-pointers.ts';
import { createPageRecorder } from './record/page-recorder.ts';

export interface PageAgent {
  receive(message: ToPage): void;
}

/**
 * All that runs in the customer's page: the recorder and the host's hands. It is one for each document,
 * does nothing until `page.record`, and nothing after `page.stop`.
 */
export function createPageAgent({ post, natives }: { post(message: FromPage): void; natives: Natives }): PageAgent {
  const documentId = newId();
  const staleness = createStaleness((id) => {
    const parent = recorder.nodeOf(id)?.parentNode;
    return parent ? recorder.idOf(parent) : -1;
  });
  const recorder = createPageRecorder({ documentId, post, observe: staleness.note });
  let dispatcher: Dispatcher | null = null;
  let pointers: PagePointers | null = null;

  const openPointers = () =>
    (pointers ??= createPagePointers({ documentId, post, nodeOf: recorder.nodeOf, idOf: recorder.idOf }));
  function needsCustomer(id: number, element: Element | null) {
    post({ type: 'page.refused', id, code: 'needs-customer' });
    openPointers().ask.light(element);
  }

  post({ type: 'page.ready', documentId });

  return {
    receive(message) {
      switch (message.type) {
        case 'page.record':
          recorder.record();
          openPointers();
          break;
        case 'page.refresh':
          recorder.snapshot();
          break;
        case 'page.stop':
          dispatcher?.stop();
          dispatcher = null;
          pointers?.stop();
          pointers = null;
          recorder.stop();
          break;
        case 'page.pointer':
          pointers?.show(message.pointer, message.name);
          break;
        case 'page.unmark':
          pointers?.ask.clear();
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
          });
          const code = dispatcher.run(command);
          if (code) post({ type: 'page.refused', id: command.id, code });
          break;
        }
      }
    },
  };
}
