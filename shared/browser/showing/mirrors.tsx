import { PlayerFrame } from './player-frame.tsx';
import type { WatchedTabs } from './watched-tabs.ts';

interface Props {
  watched: WatchedTabs;
  /** Address of the player page, of our own origin. */
  src: string;
  title: string;
}

/** A player for each tab that is shown; the one of the seen tab is in front, the others keep their last picture. */
export function Mirrors({ watched, src, title }: Props) {
  const seen = watched.seen.value;
  return (
    <>
      {watched.tabs.value.map((one) => (
        <PlayerFrame
          key={one.tab}
          src={src}
          title={title}
          isBehind={one !== seen}
          attach={(port) => watched.attachPlayer(one.tab, port)}
        />
      ))}
    </>
  );
}
