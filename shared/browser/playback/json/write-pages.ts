import { inflateText } from '../../cobrowse/wire/inflate.ts';
import type { ToPageWorker } from '../page/page-messages.ts';
import { createPageReader } from '../page/page-reader.ts';
import type { PageStep } from '../page/page-step.ts';
import { unpackSteps } from '../page/pack-steps.ts';
import { createReading } from '../page/reading.ts';

/**
 * What was seen of pages, as text: two members of a JSON object, `sheets` (pairs of name and text) and `pages` (steps, a
 * batch with the recorder's events in it). `put`: takes the next piece.
 */
export function createPageWriter(put: (text: string) => void): (message: ToPageWorker) => void {
  const sheets: string[] = [];
  let isFirst = true;
  put('"pages":[');

  function write(step: PageStep) {
    const { json, ...head } = step.kind === 'batch' ? step : { ...step, json: null };
    const body = JSON.stringify(head);
    put(`${isFirst ? '' : ','}\n${json === null ? body : `${body.slice(0, -1)},"events":${json}}`}`);
    isFirst = false;
  }
  const reader = createPageReader({
    segment({ key, isCut, steps }) {
      // Others stand there already, step by step.
      if (isCut) for (const step of unpackSteps(key)) write(step);
      for (const step of unpackSteps(steps)) write(step);
    },
    sheets: (body) => sheets.push(inflateText(body).slice(1, -1)),
    blob: () => undefined,
    active: () => undefined,
    missing: () => undefined,
  });
  const reading = createReading(reader);
  return (message) => {
    switch (message.type) {
      case 'track':
      case 'bytes':
      case 'gap':
      case 'end':
        reading.push(message);
        while (reading.step());
        return undefined;
      case 'complete':
        put(`],\n"sheets":[${sheets.filter((text) => text.trim() !== '').join(',\n')}]`);
        return undefined;
      case 'seek':
      case 'advance':
      case 'find':
        return undefined;
    }
  };
}
