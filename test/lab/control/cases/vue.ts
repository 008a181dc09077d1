import { createApp, h, ref, vModelText, withDirectives } from 'vue';
import type { ControlCase } from '../control-case.ts';

/** `<input v-model[.lazy]="value">`, as the template compiler writes it. */
function draw(root: HTMLElement, lazy: boolean): () => void {
  const app = createApp({
    setup() {
      const value = ref('');
      const update = { 'onUpdate:modelValue': (next: string) => (value.value = next) };
      return () => [
        withDirectives(h('input', { id: 'field', ...update }), [[vModelText, value.value, '', lazy ? { lazy } : {}]]),
        h('button', { id: 'other' }, 'Next'),
        h('p', { id: 'held' }, value.value),
      ];
    },
  });
  app.mount(root);
  return () => app.unmount();
}
const held = (root: HTMLElement) => root.querySelector('#held')?.textContent;

export const vueCases: readonly ControlCase[] = [
  {
    name: 'a Vue field with v-model is typed into',
    async run(hands, root) {
      hands.after(draw(root, false));
      await hands.click('#field');
      hands.type('Hello');
      await hands.until(() => held(root) === 'Hello');
    },
  },
  {
    name: 'a Vue field with v-model.lazy gets its change when it is left',
    async run(hands, root) {
      hands.after(draw(root, true));
      await hands.click('#field');
      hands.type('Hello');
      await hands.click('#other');
      await hands.until(() => held(root) === 'Hello');
    },
  },
];
