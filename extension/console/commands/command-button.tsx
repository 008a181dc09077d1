import type { Command } from './command.ts';

/** A command as a button; one that cannot be used now says why when it is pointed at. */
export function CommandButton({ command, class: className = '' }: { command: Command; class?: string }) {
  const { label, lack, run } = command;
  return (
    <button type="button" class={className} disabled={lack !== null} title={lack ?? undefined} onClick={run}>
      {label}
    </button>
  );
}
