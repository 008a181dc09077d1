import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  hint?: string;
  children: ComponentChildren;
}

/** What belongs together, with its heading. */
export function SectionCard({ title, hint, children }: Props) {
  return (
    <section class="card">
      <header>
        <h2>{title}</h2>
        {hint !== undefined && <p class="hint">{hint}</p>}
      </header>
      {children}
    </section>
  );
}
