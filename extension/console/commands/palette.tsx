import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { type CommandDeps, consoleCommands } from './console-commands.ts';
import { findCommands, type FoundCommand } from './find-commands.ts';
import { keyboardCommands } from './keyboard-commands.tsx';

/** Every command of the session, found by typing. What cannot be used now says why. */
export function Palette({ deps, onClose }: { deps: CommandDeps; onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const typed = useSignal('');
  const at = useSignal(0);
  useEffect(() => {
    void deps.handOn.look();
    dialog.current?.showModal();
  }, []);
  const found = findCommands([...consoleCommands(deps), keyboardCommands(deps)], typed.value);
  const chosen = Math.min(at.value, found.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, typed.value]);

  const run = (one: FoundCommand | undefined) => {
    if (!one || one.lack !== null) return;
    dialog.current?.close();
    one.run();
  };
  const move = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const next = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }[event.key];
    if (event.key === 'Enter') run(found[chosen]);
    else if (next === undefined) return;
    else at.value = next;
    event.preventDefault();
  };
  const now = found[chosen];

  return (
    <dialog ref={dialog} class="palette" aria-label={t('palette.title')} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t('palette.search')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={now ? optionId(chosen) : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={t('palette.search')}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={move}
      />
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label={t('palette.title')}>
        {found.map((one, index) => (
          <li
            key={one.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === chosen}
            aria-disabled={one.lack !== null}
            onPointerMove={() => (at.value = index)}
            onClick={() => run(one)}
          >
            <span class="palette-label">
              {one.label}
              {one.lack !== null && <span class="palette-lack">{one.lack}</span>}
            </span>
            <span class="hint">{one.title}</span>
            {one.keys !== null && <kbd>{one.keys}</kbd>}
          </li>
        ))}
      </ul>
      <p class="hint" role="status">
        {found.length === 0 ? t('palette.nothing', { typed: typed.value }) : t('palette.found', { count: found.length })}
      </p>
    </dialog>
  );
}
