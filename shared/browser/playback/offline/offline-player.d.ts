/** The player page as one text; scripts/vite/offline-page.ts makes it. */
declare module 'virtual:offline-player' {
  const html: string;
  export default html;
}
