/** Gives a window that this one draws the same looks and language as here. */
export function dressWindow(page: Document, title: string): void {
  page.title = title;
  page.documentElement.lang = document.documentElement.lang;
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    page.head.append(Object.assign(page.createElement('link'), { rel: 'stylesheet', href }));
  }
}
