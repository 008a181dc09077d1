type Batch = readonly ['snapshot' | 'events', string];

let nextId = 1_000;
const element = (tag: string, inside = '', attributes = '') =>
  `{"type":2,"id":${(nextId += 1)},"tagName":"${tag}","attributes":{${attributes}},"childNodes":[${inside}]}`;
const text = (content: string) => `{"type":3,"id":${(nextId += 1)},"textContent":"${content}"}`;
const many = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, at) => make(at));
const page = (body: string, attributes = ''): Batch => [
  'snapshot',
  `[{"type":2,"timestamp":1,"data":{"initialOffset":{"top":0,"left":0},"node":{"type":0,"id":1,"childNodes":[
    {"type":2,"id":3,"tagName":"html","attributes":{},"childNodes":[
      {"type":2,"id":4,"tagName":"head","attributes":{},"childNodes":[]},
      {"type":2,"id":5,"tagName":"body","attributes":{${attributes}},"childNodes":[${body}]}]}]}}}]`,
];
const added = (nodes: readonly string[], parentId = 5): Batch => [
  'events',
  `[{"type":3,"timestamp":1,"data":{"source":0,"texts":[],"attributes":[],"removes":[],"adds":[${nodes
    .map((node) => `{"parentId":${parentId},"nextId":null,"node":${node}}`)
    .join(',')}]}}]`,
];
const rows = (count: number) => element('div', many(count, () => element('p', text('hello'))).join(','));
const sheet = (characters: number) => {
  const rule = '.a:hover > b, .c .d { color: red; background: url(http://127.0.0.1:9/x) }';
  return element('style', '', `"_cssText":"${rule.repeat(Math.ceil(characters / rule.length))}"`);
};

/** Pages that are too much, as a modified customer might send them. */
export const floods = {
  'a bomb of white space': () => [['snapshot', `[${' '.repeat(64_000_000)}]`]],
  'a bomb of node numbers': () => [['snapshot', `[${'\u0001,'.repeat(7_000_000)}]`]],
  'a tree of 5,000 levels': () => {
    let opened = '';
    for (let level = 0; level < 5_000; level++) opened += element('div').replace(']}', '');
    return [page(opened + ']}'.repeat(5_000))];
  },
  'a million nodes in one': () => [
    page(many(1_000, () => element('div', many(999, () => element('b')).join(','))).join(',')),
  ],
  'a million nodes in pieces': () => [page(''), ...many(100, () => '').map(() => added(many(10, () => rows(500))))],
  '100,000 nodes': () => [page(many(100, () => rows(500)).join(','))],
  '50,000 attributes': () => [page(element('p'), many(50_000, (at) => `"data-a${at}":"x"`).join(','))],
  '50 MB of style sheets': () => [page(''), ...many(13, () => '').map(() => added([sheet(4_000_000)], 4))],
  'one sheet of 50 MB': () => [page(sheet(50_000_000))],
} satisfies Record<string, () => Batch[]>;

export type FloodName = keyof typeof floods;

/** One of many changes that all come at once. `id`: of a text node. */
export const textChange = (id: number, value: string): string =>
  `{"type":3,"timestamp":1,"data":{"source":0,"texts":[{"id":${id},"value":"${value}"}],"attributes":[],"removes":[],"adds":[]}}`;

/** Makes a flood's end visible. */
export const bodyMark = (mark: string): string =>
  `{"type":3,"timestamp":1,"data":{"source":0,"texts":[],"attributes":[{"id":5,"attributes":{"data-mark":"${mark}"}}],"removes":[],"adds":[]}}`;
