import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from './i18n.ts';

export interface Choice {
  id: string;
  label: string;
  /** A second line: more of it, or why it cannot be chosen. */
  detail?: string | null;
  /** What it belongs to. */
  hint?: string;
  keys?: string | null;
  isOut?: boolean;
}

interface Props<C extends Choice> {
  title: string;
  /** Of the field in which one searches. */
  search: string;
  find: (typed: string) => readonly C[];
  /** When nothing is found. */
  none: (typed: string) => string;
  onChoose: (choice: C) => void;
  onClose: () => void;
  children?: ComponentChildren;
}

/** A modal list that is searched by typing, moved in by arrows and chosen from by Enter; open as long as it is there. */
export function ListChooser<C extends Choice>({ title, search, find, none, onChoose, onClose, children }: Props<C>) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const typed = useSignal('');
  const at = useSignal(0);
  useEffect(() => dialog.current?.showModal(), []);
  const found = find(typed.value);
  const last = found.length - 1;
  const chosen = Math.min(at.value, last);
  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, typed.value]);

  const choose = (choice: C | undefined) => {
    if (!choice || choice.isOut) return;
    // First, so that the focus goes back to where it was, and what is chosen may take it on.
    dialog.current?.close();
    onChoose(choice);
  };
  const hear = (event: KeyboardEvent) => {
    const next = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }[event.key];
    if (event.isComposing) return;
    if (event.key === 'Enter') choose(found[chosen]);
    else if (next === undefined) return;
    else at.value = next;
    event.preventDefault();
  };

  return (
    <dialog ref={dialog} class="list-chooser" aria-label={title} onClose={onClose}>
      <div class="list-chooser-head">
        <input
          type="text"
          role="combobox"
          aria-label={search}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[chosen] ? optionId(chosen) : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={search}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            at.value = 0;
          }}
          onKeyDown={hear}
        />
        {children}
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {t('common.close')}
        </button>
      </div>
      <div id={`${id}-list`} ref={list} role="listbox" aria-label={title}>
        {found.map((choice, index) => (
          <div
            key={choice.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={choice.isOut === true}
            onPointerMove={() => (at.value = index)}
            onClick={() => choose(choice)}
            onKeyDown={hear}
          >
            <span class="list-chooser-label">
              {choice.label}
              {choice.detail && <span class="list-chooser-detail">{choice.detail}</span>}
            </span>
            {choice.hint && <span class="hint">{choice.hint}</span>}
            {choice.keys && <kbd>{choice.keys}</kbd>}
          </div>
        ))}
      </div>
      <p class="hint" role="status">
        {found.length === 0 ? none(typed.value) : t('chooser.found', { count: found.length })}
      </p>
    </dialog>
  );
}
