import type { Subject } from '../../shared/protocol/held.ts';
import type { Eraser } from './eraser.ts';

/** All that is held, as the text of one JSON object; a piece at a time, so that it need not fit the memory. */
export async function* exportHeld(
  erasers: readonly Eraser[],
  { sessionIds, requestIds }: Subject,
  head: { site: string; exportedAt: number },
): AsyncGenerator<string> {
  const pieces: Subject[] = [
    ...sessionIds.map((sessionId) => ({ sessionIds: [sessionId], requestIds: [] })),
    ...(requestIds.length > 0 ? [{ sessionIds: [], requestIds }] : []),
  ];
  yield JSON.stringify(head).slice(0, -1);
  for (const { kind, read } of erasers) {
    yield `,\n${JSON.stringify(kind)}:[`;
    let isFirst = true;
    for (const piece of pieces) {
      for (const one of await read(piece)) {
        yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(one)}`;
        isFirst = false;
      }
    }
    yield ']';
  }
  yield '}\n';
}
