import type { Command } from './command.ts';

interface Props {
  command: Command;
  class?: string;
  /** A path on a field of 24 × 24, in place of the words. */
  icon?: string;
}

/** A command as a button; one that cannot be used now says why when it is pointed at. */
export function CommandButton({ command, class: className = '', icon }: Props) {
  const { label, lack, run } = command;
  return (
    <button
      type="button"
      class={className}
      disabled={lack !== null}
      aria-label={icon && label}
      title={lack ?? (icon && label)}
      onClick={run}
    >
      {icon ? (
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d={icon} />
        </svg>
      ) : (
        label
      )}
    </button>
  );
}
