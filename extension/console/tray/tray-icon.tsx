import type { TrayPanel } from './tray-panels.ts';

/** On a field of 24 × 24. */
const shapes: Readonly<Record<TrayPanel | 'onTop' | 'back', string>> = {
  sessions: 'M8 6h12M8 12h12M8 18h12M4 6h0M4 12h0M4 18h0',
  customer: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM5 20c0-4 3-6 7-6s7 2 7 6',
  tools: 'M10 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM3 20c0-4 3-6 7-6 1.5 0 3 .3 4 1M18 13v8M14 17h8',
  chat: 'M4 5h16v11H11l-4 4v-4H4Z',
  notes: 'M6 3h9l4 4v14H6ZM9 11h7M9 15h7',
  desktop: 'M3 5h18v11H3ZM9 20h6M12 16v4',
  application: 'M3 5h18v14H3ZM3 9h18M6 7h0',
  session: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2v4M12 18v4M2 12h4M18 12h4M5 5l3 3M16 16l3 3M19 5l-3 3M8 16l-3 3',
  console: 'M4 5h16v14H4ZM4 10h16M12 10v9',
  onTop: 'M9 3h6l-1 6 4 4H6l4-4ZM12 13v8',
  back: 'M20 12H6M11 6l-6 6 6 6',
};

export const TrayIcon = ({ shape }: { shape: keyof typeof shapes }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
);
