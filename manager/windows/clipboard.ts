import koffi from 'koffi';

const user32 = koffi.load('user32.dll');
const kernel32 = koffi.load('kernel32.dll');
const open = user32.func('bool OpenClipboard(intptr_t owner)') as unknown as (owner: number) => boolean;
const close = user32.func('bool CloseClipboard()') as unknown as () => boolean;
const empty = user32.func('bool EmptyClipboard()') as unknown as () => boolean;
const get = user32.func('void *GetClipboardData(uint32_t format)') as unknown as (format: number) => unknown;
const set = user32.func('void *SetClipboardData(uint32_t format, void *memory)') as unknown as (
  format: number,
  memory: unknown,
) => unknown;
const allocate = kernel32.func('void *GlobalAlloc(uint32_t flags, size_t bytes)') as unknown as (
  flags: number,
  bytes: number,
) => unknown;
const lock = kernel32.func('void *GlobalLock(void *memory)') as unknown as (memory: unknown) => unknown;
const unlock = kernel32.func('bool GlobalUnlock(void *memory)') as unknown as (memory: unknown) => boolean;

const unicodeText = 13;
const moveable = 2;

function opened<T>(run: () => T): T {
  if (!open(0)) throw new Error('Another program has the clipboard open.');
  try {
    return run();
  } finally {
    close();
  }
}

export function readClipboard(): string {
  return opened(() => {
    const memory = get(unicodeText);
    if (memory === null) return '';
    const place = lock(memory);
    try {
      return koffi.decode(place, 'char16_t', -1) as string;
    } finally {
      unlock(memory);
    }
  });
}

export function writeClipboard(text: string): void {
  const bytes = Buffer.from(`${text}\0`, 'utf16le');
  opened(() => {
    empty();
    const memory = allocate(moveable, bytes.length);
    const place = lock(memory);
    koffi.encode(place, 'uint8_t', [...bytes], bytes.length);
    unlock(memory);
    set(unicodeText, memory);
  });
}
