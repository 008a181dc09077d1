import type { ManagerClient, ManagerNews, ManagerSight } from '../../../shared/browser/manager/manager-client.ts';
import type { NativeWindow } from '../../../shared/protocol/manager.ts';

export const program: NativeWindow = {
  id: '7',
  title: 'A program',
  program: 'program',
  minimised: false,
  x: 0,
  y: 0,
  width: 400,
  height: 300,
};

/** Writes down what a Support Manager is told, in one line each; the real one is tested by itself and end to end. */
export function standInManager(windows: readonly NativeWindow[] = [program], watches = false) {
  const told: string[] = [];
  const handlers = new Set<(news: ManagerNews) => void>();
  const onSight = new Set<(sight: ManagerSight) => void>();
  const done = (line: string) => {
    told.push(line);
    return Promise.resolve({ ok: true, value: null } as const);
  };
  const client: ManagerClient = {
    about: { version: '1', system: 'linux', noInput: null, clipboard: true, watches },
    surfaces: () => Promise.resolve({ ok: true, value: { screens: [], windows: [...windows] } }),
    system: () => Promise.resolve({ ok: false, code: 'unsupported' }),
    control: (_grant, surface) => done(`control ${surface.kind === 'application' ? surface.window : surface.screen}`),
    renew: () => void told.push('renew'),
    input: ({ type }) => void told.push(type),
    end: () => void told.push('end'),
    pause: (on) => void told.push(on ? 'pause' : 'go on'),
    raise: () => done('raise'),
    readClipboard: () => Promise.resolve({ ok: false, code: 'unsupported' }),
    writeClipboard: () => Promise.resolve({ ok: false, code: 'unsupported' }),
    folderPlaces: () => Promise.resolve({ ok: false, code: 'unsupported' }),
    openFolder: () => Promise.resolve({ ok: false, code: 'unsupported' }),
    askFolder: () => Promise.resolve({ ok: false, code: 'unsupported' }),
    closeFolder: () => {},
    onNews(handler, signal) {
      handlers.add(handler);
      signal.addEventListener('abort', () => handlers.delete(handler));
    },
    watch: (_grant, { width, height }) => done(`watch ${width}x${height}`),
    watchNext: () => void told.push('next'),
    endWatch: () => void told.push('end watch'),
    onSight(handler, signal) {
      onSight.add(handler);
      signal.addEventListener('abort', () => onSight.delete(handler));
    },
    close: () => {},
  };
  return {
    client,
    told,
    news: (news: ManagerNews) => handlers.forEach((handler) => handler(news)),
    sees: (sight: ManagerSight) => onSight.forEach((handler) => handler(sight)),
  };
}
