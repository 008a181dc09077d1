import { expect, test } from 'vitest';
import { createPageWriter } from '../../../shared/browser/playback/json/write-pages.ts';
import { mutation, pageWith } from '../../support/hostile-page.ts';
import { pageTrack } from '../../support/page-track.ts';

test('[O9] as data, a recording holds each event of its pages once, with its moment', () => {
  const track = pageTrack();
  const change = mutation({ texts: [{ id: 50, value: 'changed </script>' }] });
  const first = pageWith([{ type: 3, id: 50, textContent: 'first' }], 'one');
  track.titled(0, 'Shop');
  track.snapshot(0, first);
  // Far enough apart for a key frame between them, which is no event.
  track.events(40_000, [change]);
  track.events(90_000, [change]);
  let text = '{';
  const write = createPageWriter((piece) => void (text += piece));
  write({ type: 'track', startsAt: 1_000 });
  write({ type: 'bytes', bytes: track.bytes() });
  write({ type: 'end', endsAt: 100_000 });
  write({ type: 'complete' });
  const { pages, sheets } = JSON.parse(`${text}}`) as {
    pages: { at: number; kind: string; title?: string; events?: unknown[] }[];
    sheets: unknown[];
  };
  expect(pages.flatMap(({ at, title }) => (title ? [[at, title]] : []))[0]).toEqual([1_000, 'Shop']);
  expect(pages.flatMap(({ at, events }) => (events ? [[at, events]] : []))).toEqual([
    [1_000, first],
    [41_000, [change]],
    [91_000, [change]],
  ]);
  expect(sheets).toEqual([]);
});
