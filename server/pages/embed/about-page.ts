import type { AboutPage } from '../../../shared/protocol/embed.ts';

/** What the help window is told of this page; as much as its schema takes. */
export const aboutPage = (): AboutPage => ({
  title: document.title.slice(0, 300),
  path: (location.pathname + location.search + location.hash).slice(0, 4_000),
});
