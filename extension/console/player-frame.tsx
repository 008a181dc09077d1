import { useEffect, useRef } from 'preact/hooks';
import { openPlayer } from '../../shared/browser/cobrowse/open-player.ts';
import type { ConsoleSession } from './console-session.ts';

/** The page of its own, with its strict policy, in which the hostile mirror is played. */
export function PlayerFrame({ session, title }: { session: ConsoleSession; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const closing = new AbortController();
    if (frame.current) void openPlayer(frame.current, closing.signal).then((port) => session.attachPlayer(port));
    return () => closing.abort();
  }, []);
  return <iframe ref={frame} class="player" title={title} src="../player/index.html" />;
}
