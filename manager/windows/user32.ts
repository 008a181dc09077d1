import koffi, { type LibraryHandle } from 'koffi';

const user32 = koffi.load('user32.dll');
const dwmapi = koffi.load('dwmapi.dll');

/** Handles are numbers here: Windows keeps them in 32 bits. */
type Handle = number;

const bind = <F extends (...args: never[]) => unknown>(library: LibraryHandle, definition: string): F =>
  library.func(definition) as unknown as F;

/** What we use of Windows' user interface. Structures go as bytes, laid out where they are used. */
export const win = {
  setDpiAwareness: bind<(context: number) => boolean>(user32, 'bool SetProcessDpiAwarenessContext(intptr_t context)'),
  metric: bind<(index: number) => number>(user32, 'int GetSystemMetrics(int index)'),
  sendInput: bind<(count: number, inputs: Buffer, size: number) => number>(
    user32,
    'uint32_t SendInput(uint32_t count, void *inputs, int size)',
  ),
  cursorPos: bind<(point: Buffer) => boolean>(user32, 'bool GetCursorPos(void *point)'),
  keyState: bind<(key: number) => number>(user32, 'int16_t GetAsyncKeyState(int key)'),
  vkOf: bind<(unit: number) => number>(user32, 'int16_t VkKeyScanW(uint16_t unit)'),
  scanOf: bind<(key: number, how: number) => number>(user32, 'uint32_t MapVirtualKeyW(uint32_t key, uint32_t how)'),
  /** The point is a structure of two numbers in one register. */
  windowAt: bind<(point: bigint) => Handle>(user32, 'intptr_t WindowFromPoint(int64_t point)'),
  ancestor: bind<(window: Handle, which: number) => Handle>(
    user32,
    'intptr_t GetAncestor(intptr_t window, uint32_t which)',
  ),
  next: bind<(window: Handle, which: number) => Handle>(user32, 'intptr_t GetWindow(intptr_t window, uint32_t which)'),
  top: bind<(parent: Handle) => Handle>(user32, 'intptr_t GetTopWindow(intptr_t parent)'),
  processOf: bind<(window: Handle, process: Buffer) => number>(
    user32,
    'uint32_t GetWindowThreadProcessId(intptr_t window, void *process)',
  ),
  foreground: bind<() => Handle>(user32, 'intptr_t GetForegroundWindow()'),
  setForeground: bind<(window: Handle) => boolean>(user32, 'bool SetForegroundWindow(intptr_t window)'),
  show: bind<(window: Handle, how: number) => boolean>(user32, 'bool ShowWindow(intptr_t window, int how)'),
  exists: bind<(window: Handle) => boolean>(user32, 'bool IsWindow(intptr_t window)'),
  isVisible: bind<(window: Handle) => boolean>(user32, 'bool IsWindowVisible(intptr_t window)'),
  isMinimised: bind<(window: Handle) => boolean>(user32, 'bool IsIconic(intptr_t window)'),
  rectangle: bind<(window: Handle, rectangle: Buffer) => boolean>(
    user32,
    'bool GetWindowRect(intptr_t window, void *rectangle)',
  ),
  title: bind<(window: Handle, text: Buffer, units: number) => number>(
    user32,
    'int GetWindowTextW(intptr_t window, void *text, int units)',
  ),
  className: bind<(window: Handle, text: Buffer, units: number) => number>(
    user32,
    'int GetClassNameW(intptr_t window, void *text, int units)',
  ),
  style: bind<(window: Handle, index: number) => number>(user32, 'int32_t GetWindowLongW(intptr_t window, int index)'),
  displayDevice: bind<(device: null, index: number, found: Buffer, flags: number) => boolean>(
    user32,
    'bool EnumDisplayDevicesW(void *device, uint32_t index, void *found, uint32_t flags)',
  ),
  displaySettings: bind<(name: Buffer, mode: number, settings: Buffer) => boolean>(
    user32,
    'bool EnumDisplaySettingsW(void *name, uint32_t mode, void *settings)',
  ),
  /** 0: it went well. */
  windowAttribute: bind<(window: Handle, attribute: number, value: Buffer, size: number) => number>(
    dwmapi,
    'int32_t DwmGetWindowAttribute(intptr_t window, uint32_t attribute, void *value, uint32_t size)',
  ),
};
