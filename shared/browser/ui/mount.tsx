import { type ComponentChild, render } from 'preact';

/** Renders a page's only tree into `<main id="app">`. */
export function mount(view: ComponentChild): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no element #app.');
  render(view, root);
}
