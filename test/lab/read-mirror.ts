import { strFromU8 } from 'fflate';
import { type BodyReader, createBodyReader } from '../../shared/browser/cobrowse/wire/body.ts';
import { inflateText } from '../../shared/browser/cobrowse/wire/inflate.ts';
import { createKnownSheets } from '../../shared/browser/cobrowse/wire/known-sheets.ts';
import { createHeadReader } from '../../shared/browser/cobrowse/wire/read-head.ts';

/** Bodies of the mirror channel as text, all frames of them. */
export function createBodiesReader() {
  const sheets = createKnownSheets();
  const frames = new Map<number, BodyReader>();
  return {
    sheets(body: Uint8Array): string {
      sheets.learn(body);
      return inflateText(body);
    },
    batch(frame: number, snapshot: boolean, body: Uint8Array): string {
      const reader = (snapshot ? null : frames.get(frame)) ?? createBodyReader(sheets.textOf);
      frames.set(frame, reader);
      return reader.read(body);
    },
  };
}

/** All that goes over the mirror channel, as text. */
export function createMirrorReader() {
  const heads = createHeadReader();
  const bodies = createBodiesReader();

  function bodyText({ header, body }: NonNullable<ReturnType<typeof heads.read>>): string {
    if (header.type === 'mirror.sheets') return bodies.sheets(body);
    if (header.type !== 'mirror.snapshot' && header.type !== 'mirror.events') return '';
    return bodies.batch(header.frame, header.type === 'mirror.snapshot', body);
  }
  return {
    text(message: Uint8Array): string {
      const read = heads.read(message);
      return read ? JSON.stringify(read.header) + bodyText(read) : strFromU8(message, true);
    },
  };
}
