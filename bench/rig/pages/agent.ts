import * as v from 'valibot';
import { saveNatives } from '../../../shared/browser/cobrowse/control/natives.ts';
import { createPageAgent } from '../../../shared/browser/cobrowse/page-agent.ts';
import { fromPageSchema, type ToPage } from '../../../shared/protocol/page.ts';
import '../rig-state.ts';

/**
 * The recorder in a customer's page without the extension. The way out costs the page what the extension's
 * bridge costs it: one port, one check of the shape, one message to another process.
 */
const { port1: inner, port2: outer } = new MessageChannel();
const assist = new BroadcastChannel('rig');
outer.onmessage = ({ data }) => {
  const parsed = v.safeParse(fromPageSchema, data);
  if (parsed.success) assist.postMessage(parsed.output);
};
assist.onmessage = ({ data }: MessageEvent<ToPage>) => outer.postMessage(data);

window.rigStart = () => {
  const at = performance.timeOrigin + performance.now();
  const agent = createPageAgent({ natives: saveNatives(), post: (message) => inner.postMessage(message) });
  inner.onmessage = ({ data }: MessageEvent<ToPage>) => agent.receive(data);
  return at;
};
