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
  let problem = 'it is open';

  /** As a window does: a kept connection may have been closed by the relay at just that moment. */
  async function connect(tries = 3): Promise<Response> {
    try {
      return await fetch(url, { headers: { authorization: `Bearer ${bearer}` }, signal: life.signal });
    } catch (error) {
      if (tries === 0 || life.signal.aborted) throw error;
      return connect(tries - 1);
    }
  }
  async function read(): Promise<void> {
    const response = await connect();
    if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}.`);
    let rest = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line) last = JSON.parse(line) as View;
    }
  }
  void read()
    .catch((error: unknown) => {
      if (!life.signal.aborted) problem = error instanceof Error ? error.message : 'it failed';
    })
    .finally(() => (isOver = true));

  return {
    last: () => last,
    async says(what) {
      await waitFor('the feed to say so', () => last !== undefined && what(last)).catch((cause: unknown) => {
        throw new Error(`The feed says ${JSON.stringify(last)}; ${problem}`, { cause });
      });
    },
    async ended() {
      await waitFor('the feed to end', () => isOver);
    },
    close: () => life.abort(),
  };
}
