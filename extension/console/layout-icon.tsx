import type { Layout } from '../../shared/queue/layouts.ts';

/** On a field of 24 × 24. */
const shapes: Readonly<Record<Layout, string>> = {
  dashboard: 'M4 5h16v14H4ZM4 9h16M15 9v10',
  tray: 'M3 9h18v6H3ZM7 12h0M12 12h0M17 12h0',
  multi: 'M4 5h7v6H4ZM13 5h7v6h-7ZM4 13h7v6H4ZM13 13h7v6h-7Z',
};

export const LayoutIcon = ({ layout }: { layout: Layout }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[layout]} />
  </svg>
);
