import type { ManagerInput } from '../../../protocol/manager.ts';
import type { ScreenInput } from '../../../protocol/screen-control.ts';

type Passed = Exclude<ScreenInput, { type: 'screen.raise' }>;

/** The same for the Support Manager. Field by field: nothing goes on that is not named here. */
export function managerInput(input: Passed): ManagerInput {
  const { grant } = input;
  switch (input.type) {
    case 'screen.pointer':
      return { type: 'manager.pointer', grant, action: input.action, at: input.at, button: input.button };
    case 'screen.wheel':
      return { type: 'manager.wheel', grant, at: input.at, dx: input.dx, dy: input.dy };
    case 'screen.key':
      return { type: 'manager.key', grant, action: input.action, key: input.key, code: input.code };
    case 'screen.text':
      return { type: 'manager.text', grant, text: input.text };
  }
}
