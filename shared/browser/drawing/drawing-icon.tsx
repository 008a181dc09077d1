import type { DrawingTool } from '../../protocol/drawing.ts';

const paths: Readonly<Record<DrawingTool | 'undo' | 'clear', string>> = {
  laser: 'M12 12h.01M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1',
  ink: 'M3 17c3-9 5 4 8-3 1.5-3.5 3-4 4-2M18 9h.01M21 6h.01M20 12h.01',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  rectangle: 'M4 6h16v12H4z',
  arrow: 'M5 19L19 5M10 5h9v9',
  text: 'M5 7V5h14v2M12 5v14M9 19h6',
  highlight: 'M8 8h8v8H8zM3 6V3h3M18 3h3v3M21 18v3h-3M6 21H3v-3',
  undo: 'M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  clear: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
};

export function DrawingIcon({ of }: { of: DrawingTool | 'undo' | 'clear' }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[of]} />
    </svg>
  );
}
