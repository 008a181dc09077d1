import type { ControlRefusal } from '../../../protocol/peer.ts';
import type { RecordedPage } from '../recorded-page.ts';
import type { FrameTable } from './frame-table.ts';

export interface RouteCommandsDeps {
  page: RecordedPage;
  frames: Pick<FrameTable, 'all' | 'entry' | 'withDocument'>;
  mayControlFrames(origin: string): boolean;
  refused(id: number, code: ControlRefusal): void;
}

/**
 * The page as control sees it: a command goes to the frame of the document it is meant for, a release to all.
 * What the host saw before a pause of the recording says nothing of the page. Control was granted for the page's
 * origin, so a frame of another one takes commands only when that origin is allowed too.
 */
export function routeCommands({ page, frames, mayControlFrames, refused }: RouteCommandsDeps): RecordedPage {
  function isAllowed(frame: number): boolean {
    if (frame === 0) return true;
    const origin = page.frameOrigin(frame);
    return origin !== null && (origin === page.info.peek()?.origin || mayControlFrames(origin));
  }

  return {
    ...page,
    post(message) {
      if (message.type !== 'page.command') {
        for (const frame of new Set([0, ...frames.all()])) page.post(message, frame);
        return;
      }
      const { command } = message;
      const frame = frames.withDocument(command.documentId);
      if (frame === null || ('at' in command && command.at.frame !== frame)) return refused(command.id, 'gone');
      const from = frames.entry(frame)?.from ?? Infinity;
      if (command.seq < from) return refused(command.id, 'stale');
      if (!isAllowed(frame)) return refused(command.id, 'other-origin-frame');
      page.post(message, frame);
    },
  };
}
