import type { SafeAttributes } from './safe-attribute.ts';

const word = /^[\w-]{0,40}$/;
/** What the recorder says of states that have no attribute of their own; null in a change: no longer so. */
const states: Record<string, RegExp> = {
  'data-beside-focus': word,
  'data-beside-hover': word,
  'data-beside-dialog': /^(?:non-)?modal$/,
  'data-beside-popover': /^open$/,
  'data-beside-indeterminate': word,
  'data-beside-picture': /^(?:[1-9]\d{0,6}|unreadable)$/,
  'data-beside-media': /^(?:playing|paused)$/,
  'data-beside-broken': /^(?:box|words)$/,
  'data-beside-states': /^(?:[\w-]{1,60}(?: |$)){0,50}$/,
  'data-beside-blocked': word,
  'data-beside-chosen': /^[^\0]{0,1000}$/,
};

/** Attributes that only the recorder makes. `name` is in lower case. */
export function safeState(name: string, value: unknown): SafeAttributes {
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  return state && (value === null || (typeof value === 'string' && state.test(value))) ? { [name]: value } : {};
}
