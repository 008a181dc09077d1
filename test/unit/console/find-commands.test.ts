import { describe, expect, test } from 'vitest';
import { command, type CommandGroup } from '../../../extension/console/commands/command.ts';
import { findCommands } from '../../../extension/console/commands/find-commands.ts';

const run = () => undefined;
const groups: CommandGroup[] = [
  {
    title: 'Webová stránka',
    commands: [
      command({ id: 'view', label: 'Požádat o zobrazení', lack: 'Nikdo tu není.', run }),
      command({ id: 'control', label: 'Požádat o ovládání', run }),
      command({ id: 'reload', label: 'Znovu načíst', run }),
    ],
  },
  { title: 'Relace', commands: [command({ id: 'end', label: 'Ukončit relaci', run })] },
];
const ids = (typed: string) => findCommands(groups, typed).map(({ id }) => id);

describe('a command is found', () => {
  test.each([
    ['ukoncit', ['end']],
    ['ZNOVU NAČÍST', ['reload']],
    ['stranka ovladani', ['control']],
    ['ovladani pozadat', ['control']],
    ['o zobrazeni', ['view']],
    ['  ', ['control', 'reload', 'end', 'view']],
    ['nic takového', []],
  ])('by %j, whatever the accents and the order of words', (typed, expected) => {
    expect(ids(typed)).toEqual(expected);
  });

  test('by the beginning of its name before the middle of a word', () => {
    const all: CommandGroup[] = [
      {
        title: 'x',
        commands: [
          command({ id: 'inside', label: 'Resend', run }),
          command({ id: 'second', label: 'Now send', run }),
          command({ id: 'first', label: 'Send', run }),
        ],
      },
    ];
    expect(findCommands(all, 'send').map(({ id }) => id)).toEqual(['first', 'second', 'inside']);
  });

  test('even when it cannot be used now, with the reason', () => {
    expect(findCommands(groups, 'zobrazeni')).toMatchObject([{ lack: 'Nikdo tu není.', title: 'Webová stránka' }]);
  });
});
