import { EventType, type eventWithTime } from '@rrweb/types';

const rows = 90;
const css = `.a, .a:hover { margin: 1px; background: url("data:,") } @media (min-width: 1px) { b::before { content: "x" } }`;

/**
 * A small page of ours, played once where nobody sees it: code that has never run is several times slower, and the
 * first page of a session would pay for it.
 */
export function rehearsal(): eventWithTime[] {
  let id = 0;
  const text = (textContent: string) => ({ type: 3, id: (id += 1), textContent });
  const element = (tagName: string, attributes: Record<string, string> = {}, childNodes: unknown[] = []) => ({
    ...{ type: 2, id: (id += 1), tagName, attributes, childNodes },
  });
  const row = (at: number) =>
    element('div', { class: 'a', style: `color: rgb(${at}, 0, 0)`, 'data-row': String(at) }, [
      element('a', { href: '#', title: 'Row' }, [text(`Row ${at}`)]),
      element('input', { type: 'text', value: '***' }),
      element('p', {}, [text('one '), element('b', { id: `b${at}` }, [text('two')]), text(' three')]),
    ]);
  const sheets = Array.from({ length: 20 }, () => element('style', { _cssText: css.repeat(40) }));
  const body = element(
    'body',
    {},
    Array.from({ length: rows }, (_, at) => row(at)),
  );
  const html = element('html', { lang: 'en' }, [element('head', {}, sheets), body]);
  const node = {
    type: 0,
    id: (id += 1),
    childNodes: [{ type: 1, id: (id += 1), name: 'html', publicId: '', systemId: '' }, html],
  };
  const data = { node, initialOffset: { top: 0, left: 0 } };
  return [{ type: EventType.FullSnapshot, timestamp: 0, data } as unknown as eventWithTime];
}
