export function isRadio(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && (element as HTMLInputElement).type === 'radio';
}

/** The radio buttons that exclude each other with this one, in document order. */
export function radioGroup(radio: HTMLInputElement): HTMLInputElement[] {
  if (radio.name === '') return [radio];
  const root = radio.getRootNode() as Document | ShadowRoot;
  return [...root.querySelectorAll<HTMLInputElement>('input[type="radio" i]')].filter(
    (other) => other.name === radio.name && other.form === radio.form && !other.matches(':disabled'),
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrows go round in a group and choose. False when the key is none of them. */
export function stepRadio(radio: HTMLInputElement, key: string): boolean {
  const step = steps[key];
  if (step === undefined) return false;
  const group = radioGroup(radio);
  const next = group[(group.indexOf(radio) + step + group.length) % group.length];
  if (!next || next === radio) return true;
  next.focus();
  next.click();
  return true;
}

/** A group is one stop on the way of Tab: the chosen one, else the first. */
export function isGroupStop(element: Element): boolean {
  if (!isRadio(element)) return true;
  const group = radioGroup(element);
  return (group.find(({ checked }) => checked) ?? group[0]) === element;
}
