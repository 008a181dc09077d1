import { waitFor } from './wait-for.ts';

type View = Record<string, unknown>;

export interface Feed {
  last(): View | undefined;
  says(what: (view: View) => boolean): Promise<void>;
  /** Waits until the relay has ended it. */
  ended(): Promise<void>;
  close(): void;
}

/** One of the relay's feeds, as it comes over the network. */
export function feedOf(url: string, bearer: string): Feed {
  const life = new AbortController();
  let last: View | undefined;
  let isOver = false;

  async function read(): Promise<void> {
    const response = await fetch(url, { headers: { authorization: `Bearer ${bearer}` }, signal: life.signal });
    if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}.`);
    let rest = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line) last = JSON.parse(line) as View;
    }
  }
  const reading = read()
    .catch((error: unknown) => {
      if (!life.signal.aborted) throw error;
    })
    .finally(() => (isOver = true));
  reading.catch(() => undefined);

  return {
    last: () => last,
    async says(what) {
      await waitFor(`the feed to say so; it says ${JSON.stringify(last)}`, () => last !== undefined && what(last));
    },
    async ended() {
      await waitFor('the feed to end', () => isOver);
    },
    close: () => life.abort(),
  };
}
