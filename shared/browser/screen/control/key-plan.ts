/** What of a KeyboardEvent decides where it goes. */
export type Stroke = Pick<
  KeyboardEvent,
  'key' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

/**
 * - `own`: left to this browser (input methods, its tabs and windows, and pasting, which comes as text)
 * - `text`: typed as it stands, in whatever layout the other side has
 * - `key`: goes as a key, looked up in the other side's layout
 */
export type KeyPlan = 'own' | 'text' | 'key';

/** Locks have their effect on what is typed here; without their letter they would turn the other side's. */
const neverSent = /^(?:Dead|Process|Unidentified|AltGraph|CapsLock|NumLock|ScrollLock|Fn|FnLock|Hyper|Super)$/;

export function keyPlan(stroke: Stroke): KeyPlan {
  const { key, isComposing, ctrlKey, altKey, metaKey } = stroke;
  if (isComposing || neverSent.test(key)) return 'own';
  const command = ctrlKey || metaKey;
  if (command && /^(?:[nqtvw]|Tab|PageUp|PageDown)$/i.test(key)) return 'own';
  if (altKey && key === 'F4') return 'own';
  // AltGr is Ctrl with Alt on some systems, and means a character.
  const isPlain = stroke.getModifierState('AltGraph') || (!command && !altKey);
  return isPlain && [...key].length === 1 ? 'text' : 'key';
}
