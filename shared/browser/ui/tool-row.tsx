import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  class?: string;
  children: ComponentChildren;
  /** By which it is found. */
  [data: `data-${string}`]: string;
}

/** Tools of one kind under their name. */
export function ToolRow({ title, class: className = '', children, ...data }: Props) {
  const id = useId();
  return (
    <div class={`tool-row ${className}`} role="group" aria-labelledby={id} {...data}>
      <h3 id={id}>{title}</h3>
      <div class="tool-buttons">{children}</div>
    </div>
  );
}
