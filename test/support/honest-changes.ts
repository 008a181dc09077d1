import fc from 'fast-check';
import { el, mutation, text } from './page-events.ts';

/** For `honestChanges`. */
export const moves = fc.array(fc.tuple(fc.constantFrom('add', 'tree', 'remove', 'move', 'text'), fc.nat(), fc.nat()), {
  maxLength: 40,
});

/** Changes of a page that is kept beside: each names what is there. */
export function honestChanges() {
  let nextId = 100;
  const children = new Map<number, number[]>([[4, [5]]]);
  const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
  const parentOf = (id: number) => [...children].find(([, list]) => list.includes(id))?.[0] ?? 4;
  function put(parent: number, at: number, id: number) {
    const list = children.get(parent) ?? [];
    const place = at % (list.length + 1);
    const nextId = list[place] ?? null;
    children.set(parent, list.toSpliced(place, 0, id));
    return nextId;
  }
  function drop(id: number) {
    const parent = parentOf(id);
    children.set(
      parent,
      (children.get(parent) ?? []).filter((one) => one !== id),
    );
    return parent;
  }
  function forget(id: number) {
    for (const child of children.get(id) ?? []) forget(child);
    children.delete(id);
  }
  return ([what, one, two]:
    | ['add' | 'tree' | 'remove' | 'move' | 'text', number, number]
    | [string, number, number]) => {
    const id = (nextId += 10);
    if (what === 'add' || what === 'tree') {
      const parent = pick([...children.keys()], one);
      const before = put(parent, two, id);
      children.set(id, what === 'tree' ? [id + 1] : []);
      const node = el(id, 'p', what === 'tree' ? [text(id + 1, `t${id}`)] : []);
      return [mutation({ adds: [{ parentId: parent, nextId: before, node }] })];
    }
    const movable = [...children.keys()].filter((key) => key !== 4);
    if (movable.length === 0) return [];
    const chosen = pick(movable, one);
    if (what === 'text') return [mutation({ attributes: [{ id: chosen, attributes: { title: String(two) } }] })];
    const parentId = drop(chosen);
    forget(chosen);
    const removes = [{ parentId, id: chosen }];
    if (what === 'remove') return [mutation({ removes })];
    children.set(chosen, []);
    const target = 4;
    return [
      mutation({ removes, adds: [{ parentId: target, nextId: put(target, two, chosen), node: el(chosen, 'b') }] }),
    ];
  };
}
