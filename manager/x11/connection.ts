import x11, { type XClient, type XDisplay, type XEvent, type XExtensions, type XTest } from 'x11';

type Answer<T> = (error: Error | null, value: T) => boolean;

/** One connection to the X server, with promises for answers. */
export interface XConnection {
  readonly client: XClient;
  readonly xtest: XTest;
  readonly root: number;
  readonly width: number;
  readonly height: number;
  readonly firstKey: number;
  readonly lastKey: number;
  /** The bits of an id that its owner may choose: the others tell which program a window belongs to. */
  readonly idMask: number;
  /** Pixels of the screen are four bytes: blue, green, red, and one that says nothing. */
  readonly isBgrx: boolean;
  /** Sends at once; the answer is of that moment, after all that was sent before. */
  ask<A extends unknown[], T>(request: (...args: [...A, Answer<T>]) => void, ...args: A): Promise<T>;
  /** A request that the library does not have. */
  askRaw<T>(bytes: Buffer, read: (body: Buffer, detail: number) => T): Promise<T>;
  atom(name: string): Promise<number>;
  /** Fails where the server has none. */
  extension<N extends keyof XExtensions>(name: N): Promise<XExtensions[N]>;
  onEvent(handler: (event: XEvent) => void, signal?: AbortSignal): void;
  /** Resolves when all that was sent has been carried out. */
  settled(): Promise<void>;
  close(): void;
}

export async function openX(display: string): Promise<XConnection> {
  const opened = await new Promise<XDisplay>((resolve, reject) => {
    const made = x11.createClient({ display, shm: 'off' }, (error, found) => (error ? reject(error) : resolve(found)));
    // A window that has gone between two requests is no fault; a lost server ends in unanswered questions.
    made.on('error', () => undefined);
  });
  const { client } = opened;
  // The library has one table for all its connections; numbers of atoms are each server's own.
  client.atoms = { ...client.atoms };
  const [screen] = opened.screen;
  if (!screen) throw new Error('This X server has no screen.');
  const extension: XConnection['extension'] = (name) =>
    new Promise((resolve, reject) => client.require(name, (error, found) => (error ? reject(error) : resolve(found))));
  const xtest = await extension('xtest');
  const atoms = new Map<string, Promise<number>>();
  let gone: Error | null = null;
  const waiting = new Set<(error: Error) => void>();
  client.on('end', () => {
    gone = new Error('The X server has gone.');
    for (const reject of waiting) reject(gone);
  });

  const answered = <T>(send: (answer: Answer<T>) => void) =>
    new Promise<T>((resolve, reject) => {
      if (gone) return reject(gone);
      waiting.add(reject);
      send((error, value) => {
        waiting.delete(reject);
        if (error) reject(error);
        else resolve(value);
        return true;
      });
    });

  const ask: XConnection['ask'] = (request, ...args) => answered((answer) => request.call(client, ...args, answer));

  return {
    client,
    xtest,
    root: screen.root,
    width: screen.pixel_width,
    height: screen.pixel_height,
    firstKey: opened.min_keycode,
    lastKey: opened.max_keycode,
    idMask: opened.resource_mask,
    isBgrx: isBgrx(opened, screen),
    ask,
    askRaw: (bytes, read) =>
      answered((answer) => {
        client.seq_num += 1;
        client.pack_stream.put(bytes);
        client.replies[client.seq_num] = [read, answer];
        client.pack_stream.submit(true);
      }),
    atom(name) {
      const known = atoms.get(name) ?? ask(client.InternAtom, false, name);
      atoms.set(name, known);
      return known;
    },
    extension,
    onEvent(handler, signal) {
      client.on('event', handler);
      signal?.addEventListener('abort', () => client.off('event', handler));
    },
    settled: () => client.sync(),
    close: () => client.terminate(),
  };
}

function isBgrx({ image_byte_order: bigEndian, format }: XDisplay, screen: XDisplay['screen'][number]): boolean {
  const { root_depth: depth, root_visual: visual } = screen;
  const masks = screen.depths[depth]?.[visual];
  return (
    bigEndian === 0 &&
    format[depth]?.bits_per_pixel === 32 &&
    masks?.red_mask === 0xff0000 &&
    masks.green_mask === 0xff00 &&
    masks.blue_mask === 0xff
  );
}
