import { useEffect, useRef } from 'preact/hooks';
import { openPlayer } from '../../shared/browser/cobrowse/open-player.ts';
import type { ConsoleSession } from './console-session.ts';

interface Props {
  session: ConsoleSession;
  title: string;
}

/**
 * The page of its own, with its strict policy, in which the hostile mirror is played.
 */
export function PlayerFrame({ session, title }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const closing = new AbortController();
    if (frame.current) {
      openPlayer(frame.current, closing.signal).then(
        (port) => session.attachPlayer(port),
        // Only when this view is closed first.
        () => undefined,
      );
    }
    return () => closing.abort();
  }, []);
  return <iframe ref={frame} class="player" title={title} src="../player/index.html" />;
}
