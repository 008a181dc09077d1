import { useEffect, useRef } from 'preact/hooks';
import { playerOpener } from '../cobrowse/player-opener.ts';

interface Props {
  /** Address of the player page, of our own origin; or in its place the page itself. */
  src?: string;
  srcdoc?: string;
  title: string;
  /** Another player is in front of it. */
  isBehind?: boolean;
  /** Gets the port to the player once it is there; what it returns is called when the player goes. */
  attach: (port: MessagePort) => () => void;
}

/**
 * The page of its own, with its strict policy, in which the hostile mirror is played.
 */
export function PlayerFrame({ src, srcdoc, title, isBehind = false, attach }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const closing = new AbortController();
    if (frame.current) {
      playerOpener(frame.current)(frame.current, closing.signal).then(
        (port) => {
          const detach = attach(port);
          if (closing.signal.aborted) detach();
          else closing.signal.addEventListener('abort', detach);
        },
        // Only when this view is closed first.
        () => undefined,
      );
    }
    return () => closing.abort();
  }, []);
  return (
    <iframe
      ref={frame}
      class={isBehind ? 'player behind' : 'player'}
      inert={isBehind}
      title={title}
      {...(srcdoc === undefined ? { src } : { srcdoc })}
    />
  );
}
