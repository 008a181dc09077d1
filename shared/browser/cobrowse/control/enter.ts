import { edit } from './edit.ts';
import { isEditable, isTextField } from './focus.ts';
import type { Natives } from './natives.ts';

/** What Enter does by itself. `mayPress`: the host may use this control. */
export function enter(
  element: Element,
  shift: boolean,
  natives: Natives,
  mayPress: (control: Element) => boolean,
): void {
  if (element.localName === 'textarea') return void edit(element, 'insertLineBreak', '\n', natives);
  if (isEditable(element)) return void edit(element, shift ? 'insertLineBreak' : 'insertParagraph', null, natives);
  if (element.matches('a[href], button, summary')) return (element as HTMLElement).click();
  if (element.localName !== 'input') return;
  const field = element as HTMLInputElement;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  submitImplicitly(field.form, mayPress);
}

/** As a browser does on Enter: through the submit button, else only in a form with one text field. */
function submitImplicitly(form: HTMLFormElement | null, mayPress: (control: Element) => boolean): void {
  if (!form) return;
  const controls = [...form.elements];
  const button = controls.find((control) => control.matches('button:not([type]), [type="submit" i], [type="image" i]'));
  if (button) {
    if (!button.matches(':disabled') && mayPress(button)) (button as HTMLElement).click();
  } else if (controls.filter((control) => isTextField(control)).length === 1) form.requestSubmit();
}
