import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import type { ToolName } from '../../../shared/session/tool.ts';
import type { ConsoleSession } from '../console-session.ts';
import { command } from './command.ts';
import { noCustomer, notLead } from './lack-of.ts';

/** What is asked for by commands of this kind; recording has its own, for it is more than asked. */
export type AskedToolName = Exclude<ToolName, 'recording'>;

const labels: Readonly<Record<AskedToolName, { ask: MessageKey; end: MessageKey }>> = {
  system: { ask: 'details.systemAsk', end: 'details.systemStop' },
  'page-log': { ask: 'details.page-logAsk', end: 'details.page-logStop' },
  files: { ask: 'folder.ask', end: 'folder.giveBack' },
};

/** Something that the customer is asked for beside surfaces: ask, take the question back, give it back. */
export function toolCommands(session: ConsoleSession, tool: AskedToolName) {
  const phase = session.tools.of(tool).value?.phase ?? 'off';
  const name = session.customer.value?.name ?? '';
  /** Without a page there can be no log of it. */
  const noPage = tool === 'page-log' && !session.cobrowse.value ? t('details.needsPage') : null;
  const isNow = { off: null, requested: t('console.asking', { name }), on: t('lack.allowed') }[phase];
  return {
    phase,
    ask: command({
      id: `tool.${tool}.ask`,
      label: t(labels[tool].ask),
      lack: notLead(session) ?? noCustomer(session) ?? isNow ?? noPage,
      run: () => session.tools.ask(tool),
    }),
    withdraw: command({
      id: `tool.${tool}.withdraw`,
      label: t('console.withdraw'),
      lack: phase === 'requested' ? null : t('lack.notAsking'),
      run: () => session.tools.withdraw(tool),
    }),
    end: command({
      id: `tool.${tool}.end`,
      label: t(labels[tool].end),
      lack: phase === 'on' ? null : t('lack.notAllowed'),
      run: () => session.tools.end(tool),
    }),
  };
}
