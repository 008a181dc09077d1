/** The page's own built-ins, kept before its scripts can put something else in their place. */
export interface Natives {
  setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void;
  setChecked(field: HTMLInputElement, checked: boolean): void;
  setSelected(option: HTMLOptionElement, selected: boolean): void;
  execCommand(doc: Document, command: string, value?: string): boolean;
}

type Setter = (this: object, value: unknown) => void;

function setter(proto: object, name: string): Setter | undefined {
  return Object.getOwnPropertyDescriptor(proto, name)?.set;
}

/** Call as early as possible in the page's MAIN world. Works on fields of same-origin frames as well. */
export function saveNatives(): Natives {
  const inputValue = setter(HTMLInputElement.prototype, 'value');
  const areaValue = setter(HTMLTextAreaElement.prototype, 'value');
  const checked = setter(HTMLInputElement.prototype, 'checked');
  const selected = setter(HTMLOptionElement.prototype, 'selected');
  const { execCommand } = Document.prototype;
  return {
    setValue(field, value) {
      (field.localName === 'textarea' ? areaValue : inputValue)?.call(field, value);
    },
    setChecked(field, value) {
      checked?.call(field, value);
    },
    setSelected(option, value) {
      selected?.call(option, value);
    },
    execCommand: (doc, command, value) => execCommand.call(doc, command, false, value),
  };
}
