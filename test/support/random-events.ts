import fc from 'fast-check';

const evil = 'http://evil.example/';
/** Few, so that events often speak of the same nodes. */
const id = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) },
  fc.constantFrom(-1, -2, Number.NaN, Infinity, 1.5, 2 ** 40, 2 ** 60, null, '3', {}, undefined),
);
const css = fc.constantFrom(
  ...[
    'p { color: red }',
    `p { background: url(${evil}) }`,
    `@import "${evil}";`,
    '@im',
    `port "${evil}";`,
    'url(',
    `${evil})`,
  ],
);
const value = fc.oneof(
  css,
  fc.constantFrom(
    evil,
    'javascript:1',
    'asset:1',
    '#',
    'modal',
    'open',
    'data:image/png,A',
    '',
    'x',
    true,
    null,
    5,
    Number.NaN,
  ),
  fc.constantFrom({ color: 'red', background: `url(${evil})` }, { x: [1] }, [], 'x'.repeat(3_000)),
);
const tagName = fc.constantFrom(
  ...[
    'div',
    'style',
    'script',
    'iframe',
    'svg',
    'use',
    'image',
    'link',
    'html',
    'body',
    'head',
    'template',
    'IMG',
    'a',
  ],
  ...['x-y', 'input', 'textarea', 'select', 'option', 'video', 'form', 'p', 'x y', '', 'meta', 'object', 'dialog'],
);
const name = fc.constantFrom(
  ...[
    'src',
    'href',
    'style',
    'onload',
    'id',
    'class',
    '_cssText',
    'srcdoc',
    'data-beside-dialog',
    'xlink:href',
    'poster',
    'fill',
  ],
  ...[
    '__proto__',
    'constructor',
    'data-beside-focus',
    'data-beside-asset-src',
    'target',
    'x y',
    'name',
    'value',
    'open',
    'popover',
  ],
);
const flags = {
  isSVG: fc.option(fc.boolean(), { nil: undefined }),
  isShadow: fc.constantFrom(undefined, undefined, true, 1),
  isShadowHost: fc.constantFrom(undefined, true),
  isCustom: fc.constantFrom(undefined, true),
};
const attributes = fc.dictionary(name, value, { maxKeys: 4 });
const leaf = fc.oneof(
  fc.record({ type: fc.constant(3), id, textContent: css, ...flags }),
  fc.record({ type: fc.constantFrom(1, 4, 5, 9), id, name: fc.constant('html'), publicId: css, systemId: css }),
  fc.jsonValue({ maxDepth: 2 }),
);
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({
      type: fc.constantFrom(2, 2, 2, 2, 0),
      id,
      tagName,
      attributes,
      childNodes: fc.array(tie('node'), { maxLength: 3 }),
      ...flags,
    }),
  ),
}));
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
const rules = some(fc.record({ rule: css, index: fc.constantFrom(0, 1, undefined, [0, 1], 'x') }));
const change = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      source: fc.constant(0),
      texts: some(fc.record({ id, value: css })),
      attributes: some(fc.record({ id, attributes })),
      removes: some(fc.record({ parentId: id, id })),
      adds: some(fc.record({ parentId: id, nextId: fc.oneof(id, fc.constant(null)), previousId: id, node })),
    }),
  },
  fc.record({ source: fc.constant(8), id, styleId: fc.constantFrom(undefined, 1), adds: rules, replace: css }),
  fc.record({ source: fc.constant(13), id, index: fc.constant([0]), set: fc.record({ property: name, value: css }) }),
  fc.record({ source: fc.constant(15), id, styleIds: some(id), styles: some(fc.record({ styleId: id, rules })) }),
  fc.record({
    source: fc.integer({ min: 0, max: 20 }),
    id,
    x: id,
    y: id,
    type: id,
    text: css,
    isChecked: fc.boolean(),
  }),
  fc.jsonValue({ maxDepth: 3 }),
);
/** What a hostile customer may send after the snapshot. */
export const randomEvent = fc.oneof(
  { weight: 20, arbitrary: fc.record({ type: fc.constant(3), timestamp: fc.constantFrom(1, 2, -5), data: change }) },
  fc.record({ type: fc.integer({ min: 0, max: 8 }), timestamp: fc.constantFrom(1, Number.NaN), data: fc.jsonValue() }),
);
const element = (own: number, tag: string, childNodes: unknown[]) => ({
  ...{ type: 2, id: own, tagName: tag, attributes: {}, childNodes },
});
/** A whole page, the first thing that is sent. */
export const randomSnapshot = fc.array(node, { maxLength: 4 }).map((children) => ({
  type: 2,
  timestamp: 1,
  data: {
    initialOffset: { top: 0, left: 0 },
    node: {
      ...{ type: 0, id: 1 },
      childNodes: [element(2, 'html', [element(3, 'head', []), element(4, 'body', children)])],
    },
  },
}));
