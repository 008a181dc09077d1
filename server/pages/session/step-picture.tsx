import type { ComponentChild } from 'preact';

export type Step = 'download' | 'switch' | 'folder' | 'confirm' | 'toolbar';

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 3, 'stroke-linecap': 'round' } as const;
const mark = { fill: 'var(--accent)' } as const;

const pictures: Record<Step, ComponentChild> = {
  download: (
    <>
      <path d="M60 14v26m-11-10 11 11 11-11" {...line} />
      <path d="M40 50h40" {...line} stroke="var(--accent)" />
    </>
  ),
  switch: (
    <>
      <path d="M14 18h44M14 32h30" {...line} />
      <rect x="74" y="12" width="34" height="18" rx="9" {...mark} />
      <circle cx="99" cy="21" r="6" fill="var(--surface)" />
    </>
  ),
  folder: (
    <>
      <path d="M34 20h16l6 6h30v26H34z" {...line} />
      <path d="M60 46V34m-6 5 6-6 6 6" {...line} stroke="var(--accent)" />
    </>
  ),
  confirm: (
    <>
      <rect x="28" y="12" width="64" height="42" rx="5" {...line} />
      <path d="M36 24h40" {...line} />
      <rect x="60" y="36" width="24" height="10" rx="4" {...mark} />
    </>
  ),
  toolbar: (
    <>
      <rect x="10" y="20" width="100" height="24" rx="6" {...line} />
      <path d="M20 32h44" {...line} />
      <rect x="80" y="26" width="9" height="12" rx="4" {...mark} opacity="0.5" />
      <rect x="86" y="26" width="9" height="12" rx="4" {...mark} />
    </>
  ),
};

/** A small drawing of one step; the text beside it says the same. */
export function StepPicture({ step }: { step: Step }) {
  return (
    <svg class="step-picture" viewBox="0 0 120 64" width="120" height="64" aria-hidden="true">
      {pictures[step]}
    </svg>
  );
}
