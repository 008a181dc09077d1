import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ControlLack } from '../../protocol/screen-control.ts';
import type { ManagerClient } from './manager-client.ts';
import type { ManagerPort } from './manager-port.ts';
import { type ManagerState, watchManager } from './watch-manager.ts';

/** How this window reaches a Support Manager. */
export interface ManagerAccess {
  has(): Promise<boolean>;
  /** Asks the browser's permission; from a click. */
  ask(): Promise<boolean>;
  open(): ManagerPort;
  /** Where it is to be had. */
  downloads: string | null;
}

export type OwnManagerState = { phase: 'not-allowed' | 'no-extension' } | ManagerState;

/** The Support Manager of this computer, found again whenever it comes and goes. */
export interface OwnManager {
  readonly state: ReadonlySignal<OwnManagerState>;
  readonly client: ReadonlySignal<ManagerClient | null>;
  /** Also where it has no input. */
  readonly program: ReadonlySignal<ManagerClient | null>;
  /** What is missing for control; null: nothing; undefined: it is being looked for. */
  readonly lack: ReadonlySignal<ControlLack | null | undefined>;
  /** From a click. */
  allow(): Promise<void>;
  readonly downloads: string | null;
}

/** `access` null: there is no extension here. */
export function createOwnManager(access: ManagerAccess | null, stop: AbortSignal): OwnManager {
  const allowed = signal<boolean | null>(null);
  const found = signal<ReadonlySignal<ManagerState> | null>(null);

  function set(isAllowed: boolean): void {
    allowed.value = isAllowed;
    if (isAllowed && access && !found.peek() && !stop.aborted) found.value = watchManager(access.open, stop);
  }
  access?.has().then(set, () => set(false));

  const state = computed<OwnManagerState>(() => {
    if (!access) return { phase: 'no-extension' };
    if (allowed.value === false) return { phase: 'not-allowed' };
    return found.value?.value ?? { phase: 'looking' };
  });
  const program = computed(() => (state.value.phase === 'ready' ? state.value.client : null));
  return {
    state,
    client: computed(() => (program.value?.about.noInput === null ? program.value : null)),
    program,
    lack: computed(() => lackOf(state.value)),
    allow: async () => set((await access?.ask()) ?? false),
    downloads: access?.downloads ?? null,
  };
}

function lackOf(state: OwnManagerState): ControlLack | null | undefined {
  switch (state.phase) {
    case 'looking':
      return undefined;
    case 'ready':
      return state.client.about.noInput;
    case 'no-extension':
    case 'not-allowed':
    case 'missing':
    case 'unfit':
      return state.phase;
  }
}
