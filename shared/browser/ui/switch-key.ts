type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Alt+1 to Alt+9 and Alt+0 by their place on the keyboard, whatever a layout writes there: 0 to 9; null: another key. */
export function switchKey({ code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): number | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit === undefined || !altKey || ctrlKey || metaKey || shiftKey) return null;
  return (Number(digit) + 9) % 10;
}
