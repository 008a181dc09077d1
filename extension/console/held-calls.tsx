import { CallPanel } from '../../shared/browser/call/call-panel.tsx';
import type { ConsoleWindow } from './window/create-console-window.ts';

/** The call of the front session is seen; those of the others are heard all the same. */
export function HeldCalls({ window }: { window: ConsoleWindow }) {
  const front = window.front.value;
  return (
    <>
      {window.held.value.map((held) => (
        <div key={held.id} hidden={held !== front}>
          <CallPanel call={held.session.call} />
        </div>
      ))}
    </>
  );
}
