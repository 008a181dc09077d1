import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  /** What keeps one of them from use. */
  note?: string | null;
  class?: string;
  children: ComponentChildren;
  /** By which it is found. */
  [data: `data-${string}`]: string;
}

/** Tools of one kind under their name. */
export function ToolRow({ title, note = null, class: className = '', children, ...data }: Props) {
  const [id, noteId] = [useId(), useId()];
  return (
    <div
      class={`tool-row ${className}`}
      role="group"
      aria-labelledby={id}
      aria-describedby={note === null ? undefined : noteId}
      {...data}
    >
      <h3 id={id}>{title}</h3>
      {note !== null && (
        <p id={noteId} class="hint tool-note">
          {note}
        </p>
      )}
      <div class="tool-buttons">{children}</div>
    </div>
  );
}
