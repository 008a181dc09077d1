import type { ReadonlySignal } from '@preact/signals';
import { ToolsBar } from '../drawing/tools-bar.tsx';
import { useDrawing } from '../drawing/use-drawing.ts';
import { useDrawingKeys } from '../drawing/use-drawing-keys.ts';
import type { Media } from '../link/media.ts';
import type { ScreenHands } from '../screen/control/screen-hands.ts';
import type { ScreenDrawings } from '../screen/drawing/screen-drawings.ts';
import type { PatchViews } from '../screen/patches/patch-views.ts';
import { ScreenView } from '../screen/screen-view.tsx';
import type { WatchedScreen } from '../screen/watched-screens.ts';
import { t } from '../ui/i18n.ts';

export interface ScreensSession {
  media: ReadonlySignal<Media | null>;
  watchedScreens: ReadonlySignal<readonly WatchedScreen[]>;
  screenDrawings: ScreenDrawings;
  releaseScreen(screen: WatchedScreen): void;
  releaseScreenControl(screen: WatchedScreen): void;
}

interface Props {
  session: ScreensSession;
  hands: ScreenHands;
  patches: PatchViews;
  hostName: string;
  hostOnline: boolean;
  class: string;
}

/** The host's screens that are shown to the customer, who points and draws on them too. */
export function WatchedScreensList({ session, hands, patches, hostName, hostOnline, class: name }: Props) {
  const tools = useDrawing(null, session.screenDrawings);
  const root = useDrawingKeys<HTMLDivElement>(tools);
  return (
    <div class={name} ref={root}>
      <ToolsBar tools={tools} label={t('drawing.bar', { name: hostName })} />
      {session.watchedScreens.value.map((screen) => (
        <ScreenView
          key={screen.view.grantId}
          media={session.media.value}
          screen={screen}
          ownerOnline={hostOnline}
          hands={hands}
          patches={patches}
          drawings={session.screenDrawings}
          tools={tools}
          onStop={() => session.releaseScreen(screen)}
          onStopControl={() => session.releaseScreenControl(screen)}
        />
      ))}
    </div>
  );
}
