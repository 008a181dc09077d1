import { lendPlayerOpener } from '../../shared/browser/cobrowse/player-opener.ts';

/** All else in this window is drawn by the console that has opened it: sockets, peers and pictures are there. */
lendPlayerOpener(window);
