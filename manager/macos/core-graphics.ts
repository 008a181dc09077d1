import koffi from 'koffi';

const graphics = koffi.load('/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices');

export interface Point {
  x: number;
  y: number;
}
export interface Bounds {
  origin: Point;
  size: { width: number; height: number };
}

koffi.struct('CGPoint', { x: 'double', y: 'double' });
koffi.struct('CGSize', { width: 'double', height: 'double' });
koffi.struct('CGRect', { origin: 'CGPoint', size: 'CGSize' });

const bind = <F extends (...args: never[]) => unknown>(definition: string): F =>
  graphics.func(definition) as unknown as F;

/** What we use of macOS; places are points, not pixels, as everywhere there. */
export const mac = {
  isTrusted: bind<() => boolean>('bool AXIsProcessTrusted()'),
  displays: bind<(most: number, ids: Buffer, count: Buffer) => number>(
    'int32_t CGGetActiveDisplayList(uint32_t most, void *ids, void *count)',
  ),
  mainDisplay: bind<() => number>('uint32_t CGMainDisplayID()'),
  displayBounds: bind<(id: number) => Bounds>('CGRect CGDisplayBounds(uint32_t id)'),
  newEvent: bind<(source: null) => unknown>('void *CGEventCreate(void *source)'),
  locationOf: bind<(event: unknown) => Point>('CGPoint CGEventGetLocation(void *event)'),
  mouseEvent: bind<(source: null, type: number, at: Point, button: number) => unknown>(
    'void *CGEventCreateMouseEvent(void *source, uint32_t type, CGPoint at, uint32_t button)',
  ),
  wheelEvent: bind<(source: null, unit: number, wheels: number, down: number, right: number, third: number) => unknown>(
    'void *CGEventCreateScrollWheelEvent2(void *source, uint32_t unit, uint32_t wheels, int32_t down, int32_t right, int32_t third)',
  ),
  keyEvent: bind<(source: null, key: number, down: boolean) => unknown>(
    'void *CGEventCreateKeyboardEvent(void *source, uint16_t key, bool down)',
  ),
  setText: bind<(event: unknown, units: number, text: Buffer) => void>(
    'void CGEventKeyboardSetUnicodeString(void *event, unsigned long units, void *text)',
  ),
  setFlags: bind<(event: unknown, flags: number) => void>('void CGEventSetFlags(void *event, uint64_t flags)'),
  post: bind<(tap: number, event: unknown) => void>('void CGEventPost(uint32_t tap, void *event)'),
  buttonState: bind<(source: number, button: number) => boolean>(
    'bool CGEventSourceButtonState(int32_t source, uint32_t button)',
  ),
  keyState: bind<(source: number, key: number) => boolean>('bool CGEventSourceKeyState(int32_t source, uint16_t key)'),
  release: bind<(thing: unknown) => void>('void CFRelease(void *thing)'),
};
