import { once } from 'node:events';
import { parseWith } from '../shared/protocol/codec.ts';
import { managerCommandSchema, type ManagerFact, type UnfitCode } from '../shared/protocol/manager.ts';
import { createConversation } from './conversation.ts';
import { openDesk, system } from './desk/open-desk.ts';
import { startGuard } from './guard/start-guard.ts';
import { isElevated } from './is-elevated.ts';
import { version } from './version.ts';
import type { Caller } from './who-calls.ts';
import { createFrameReader, frameOf } from './wire/frames.ts';

/** Chromium kills a native program two seconds after it has closed its pipe; what is held must be up by then. */
const endWithinMs = 1_500;

/** Talks to the browser that has started this program, until it goes. */
export async function serve(caller: Exclude<Caller, 'nobody'>): Promise<void> {
  const stop = new AbortController();
  const tell = (fact: ManagerFact) => void process.stdout.write(frameOf(fact));
  const unfit = (code: UnfitCode) => {
    if (stop.signal.aborted) return;
    tell({ type: 'manager.unfit', code });
    stop.abort();
  };
  const conversation = createConversation({ openDesk, startGuard, system, version, tell, unfit });

  const read = createFrameReader({
    onText(text) {
      if (stop.signal.aborted) return;
      const parsed = parseWith(managerCommandSchema, text);
      if (parsed.ok) conversation.hear(parsed.message);
      else unfit(parsed.code);
    },
    onTooLarge: () => unfit('message.too-large'),
  });

  if (caller === 'stranger') unfit('unknown-extension');
  else if (await isElevated()) unfit('elevated');
  process.stdout.on('error', () => stop.abort());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  process.stdin.on('data', read);
  process.stdin.on('end', () => stop.abort());
  process.stdin.on('error', () => stop.abort());

  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  setTimeout(() => process.exit(1), endWithinMs).unref();
  await conversation.end();
  process.stdin.destroy();
  // What was said last goes out before the end.
  process.stdout.write('', () => process.exit(0));
}
