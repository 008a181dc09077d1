import type { Page } from 'puppeteer';
import type { Box } from './picture.ts';

/** Whoever lets the host see the customer's screen and press in it. */
export interface ControlPeer {
  name: string;
  /** The page in which the host sees it, which fills the host's screen. */
  viewer: Page;
  /** In there: the video or canvas with the picture. */
  picture: string;
  /** Shows the screen until `stop`. Gives the time from the choice in the picker to the first frame, ms; null: it has no picker. */
  start(): Promise<number | null>;
  /** After a first press in the picture: until presses are carried out. Left out: from the first one on. */
  taken?(): Promise<void>;
  stop(): Promise<void>;
}

/** Whoever shows the customer's screen to the host, so that all that it takes can be measured. */
export interface ScreenPeer extends ControlPeer {
  /** Bytes that have come to the viewer so far. */
  received(): Promise<number>;
  /** Programs beside the browser that show the screen, by process id. */
  helpers(): number[];
}

/** As much room for the picture of others as the product has for its own, in pixels. */
export const roomQuery = ({ width, height }: Box): string => `width=${width}&height=${height}`;
