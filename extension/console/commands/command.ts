/** Something that the host can do now, or cannot, with the reason. Buttons and the palette show the same. */
export interface Command {
  /** Unique in the list. */
  id: string;
  label: string;
  /** Why it cannot be done now, for people; null: it can. */
  lack: string | null;
  /** As on the keyboard, `Ctrl+K`; null: it has none. */
  keys: string | null;
  run: () => void;
}

/** Commands about one thing, under its name. */
export interface CommandGroup {
  title: string;
  commands: readonly Command[];
}

type Given = Pick<Command, 'id' | 'label' | 'run'> & Partial<Command>;

export const command = (given: Given): Command => ({ lack: null, keys: null, ...given });
