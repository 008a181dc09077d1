import { EventType } from '@rrweb/types';
import { type NamedSheet, sheetReference } from './sheet-references.ts';

const rows = 90;
const rulesInSheet = 600;
const name = 'rehearsed0sheet';

/** No rule like the one before: what can be said in one word is unpacked without being read. */
const rule = (at: number) =>
  `.a${at}, #b${at % 7}:hover > [href^="x${at * 31}"] { margin: ${at % 13}px ${at * 7}px; color: #${(at * 7919 + 4096).toString(16)}; background: url("data:,${at}") }\n` +
  `@media (min-width: ${at}px) { b${at}::before { content: "${at * 17}"; transform: translate(${at}px, -50%) } }\n`;

/**
 * A small page of ours, as a body and the sheets that it names, played once where nobody sees it: code that has never
 * run is several times slower, and the first page of a session would pay for it.
 */
export function rehearsal(): { body: string; sheets: NamedSheet[] } {
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
  const body = element(
    'body',
    {},
    Array.from({ length: rows }, (_, at) => row(at)),
  );
  const sheet = element('style', { _cssText: sheetReference([name]) });
  const html = element('html', { lang: 'en' }, [element('head', {}, [sheet]), body]);
  const node = {
    type: 0,
    id: (id += 1),
    childNodes: [{ type: 1, id: (id += 1), name: 'html', publicId: '', systemId: '' }, html],
  };
  const data = { node, initialOffset: { top: 0, left: 0 } };
  const css = Array.from({ length: rulesInSheet }, (_, at) => rule(at)).join('');
  return {
    body: JSON.stringify([{ type: EventType.FullSnapshot, timestamp: 0, data }]),
    sheets: [[name, css]],
  };
}
