import { newId } from '../../../shared/protocol/new-id.ts';
import { saveNatives } from '../../../shared/browser/cobrowse/control/natives.ts';
import { createDispatcher } from '../../../shared/browser/cobrowse/control/dispatcher.ts';
import { createStaleness } from '../../../shared/browser/cobrowse/control/staleness.ts';
import type { ControlCommand, ControlRefusal, Modifiers, Target } from '../../../shared/protocol/peer.ts';
import { onTestFinished } from 'vitest';

const none: Modifiers = { alt: false, ctrl: false, meta: false, shift: false };

/** The host's hands on this very page, without a link between. */
export function hostHands(html: string) {
  document.body.innerHTML = html;
  const documentId = newId();
  const nodes = new Map<number, Node>();
  const nodeOf = (id: number) => nodes.get(id) ?? null;
  const idOf = (node: Node) => {
    for (const [id, known] of nodes) if (known === node) return id;
    nodes.set(nodes.size + 1, node);
    return nodes.size;
  };
  const staleness = createStaleness({
    parentIdOf: (id) => idOf(nodeOf(id)?.parentNode ?? document),
    isShown: (id) => nodeOf(id) !== null,
  });
  const asked: (Element | null)[] = [];
  const dispatcher = createDispatcher({
    documentId,
    natives: saveNatives(),
    staleness,
    nodeOf,
    isNoControl: (element) => element.hasAttribute('data-assist-no-control'),
    needsCustomer: (_id, element) => void asked.push(element),
  });
  onTestFinished(() => {
    dispatcher.stop();
    document.body.replaceChildren();
  });
  const base = { id: 1, lease: 1, documentId, seq: 10 };
  const find = (selector: string) => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  };
  const at = (element: Element, fx = 0.5, fy = 0.5): Target => ({ frame: 0, node: idOf(element), fx, fy });
  type Action = Extract<ControlCommand, { type: 'control.pointer' }>['action'];
  const pointer = (action: Action, element: Element, { fx = 0.5, fy = 0.5, count = 1, seq = 10 } = {}) =>
    dispatcher.run({
      ...base,
      seq,
      type: 'control.pointer',
      action,
      at: at(element, fx, fy),
      button: 0,
      count,
      modifiers: none,
    });
  const key = (
    name: string,
    modifiers: Partial<Modifiers> = {},
    actions: readonly ('down' | 'up')[] = ['down', 'up'],
  ) => {
    let code: ControlRefusal | null = null;
    for (const action of actions) {
      const all = { ...none, ...modifiers };
      code ??= dispatcher.run({
        ...base,
        type: 'control.key',
        action,
        key: name,
        code: name,
        repeat: false,
        modifiers: all,
      });
    }
    return code;
  };
  return {
    dispatcher,
    staleness,
    /** Where the customer was asked to press. */
    asked,
    idOf,
    find,
    pointer,
    click: (selector: string) => pointer('click', find(selector)),
    key,
    type: (text: string) => [...text].map((letter) => key(letter)).find((code) => code !== null) ?? null,
    paste: (text: string) => dispatcher.run({ ...base, type: 'control.text', text, how: 'pasted' }),
    wheel: (element: Element, dy: number) =>
      dispatcher.run({ ...base, type: 'control.wheel', at: at(element), dx: 0, dy, modifiers: none }),
    choose: (selector: string, options: number[]) =>
      dispatcher.run({ ...base, type: 'control.choose', at: at(find(selector)), options }),
    fill: (selector: string, value: string) =>
      dispatcher.run({ ...base, type: 'control.fill', at: at(find(selector)), value }),
    select: (from: Node, start: number, to: Node, end: number) =>
      dispatcher.run({
        ...base,
        type: 'control.select',
        anchor: { frame: 0, node: idOf(from), offset: start },
        focus: { frame: 0, node: idOf(to), offset: end },
      }),
    run: (command: Partial<ControlCommand>) => dispatcher.run({ ...base, ...command } as ControlCommand),
  };
}

/** Names of the events that reached `target`, in order. */
export function record(target: EventTarget, types: string): string[] {
  const seen: string[] = [];
  for (const type of types.split(' ')) target.addEventListener(type, () => void seen.push(type));
  return seen;
}
