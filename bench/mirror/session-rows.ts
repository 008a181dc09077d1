import { type Goal, median, type Row, rowsOf } from '../row.ts';
import { underControl } from './control.ts';
import { acceleratedHour } from './hour.ts';
import { interleave } from './interleave.ts';
import { overheadRows } from './overhead-rows.ts';
import { scriptedSession, type SessionFigures } from './scripted-session.ts';
import { type Theatre, tabPeer } from './theatre.ts';

const times = 3;

export async function sessionRows(theatre: Theatre): Promise<Row[]> {
  const row = rowsOf('mirror');
  const { none, rrweb, ours, openreplay, tab, again } = await interleave(times, {
    none: () => scriptedSession(theatre, 'none'),
    rrweb: () => scriptedSession(theatre, 'rrweb'),
    ours: () => scriptedSession(theatre, 'ours'),
    openreplay: () => scriptedSession(theatre, 'openreplay'),
    tab: () => scriptedSession(theatre, 'tab'),
    again: () => scriptedSession(theatre, 'none'),
  });
  const of = (figures: SessionFigures[], what: keyof SessionFigures) => median(figures.map((one) => one[what]));
  const bytes = (metric: string, what: 'snapshot' | 'incremental' | 'repeat', goal: Goal, stretch: Goal) =>
    row(metric, of(ours, what) / 1_024, {
      unit: 'KiB',
      peer: ['raw rrweb JSON', of(rrweb, what === 'repeat' ? 'snapshot' : what) / 1_024],
      goal,
      stretch,
    });
  const others = [
    ['OpenReplay tracker', openreplay],
    [tabPeer, tab],
  ] as const;
  const beyondNone = (figures: SessionFigures[]) => of(figures, 'busy') - of(none, 'busy');
  const [grown, grownByRrweb] = [of(ours, 'heap') - of(none, 'heap'), of(rrweb, 'heap') - of(none, 'heap')];
  const heapAgain = 1 + (of(again, 'heap') - of(none, 'heap')) / grownByRrweb;
  return [
    bytes('bytes, scripted session', 'incremental', { ratioAtMost: 0.1 }, { ratioAtMost: 0.05 }),
    ...others.map(([name, figures]) =>
      row('bytes, scripted session', of(ours, 'incremental') / 1_024, {
        unit: 'KiB',
        peer: [name, of(figures, 'incremental') / 1_024],
      }),
    ),
    bytes('bytes, first snapshot', 'snapshot', { ratioAtMost: 0.13 }, { ratioAtMost: 0.13 }),
    bytes('bytes, repeat snapshot', 'repeat', { ratioAtMost: 0.04 }, { ratioAtMost: 0.02 }),
    ...overheadRows('scripted session', {
      none: of(none, 'cpu'),
      rrweb: of(rrweb, 'cpu'),
      ours: of(ours, 'cpu'),
      openreplay: of(openreplay, 'cpu'),
      again: of(again, 'cpu'),
    }),
    ...([['rrweb', rrweb], ...others] as const).map(([name, figures]) =>
      underControl(
        row("customer's whole browser beyond the page alone, scripted session", beyondNone(ours), {
          peer: [name, beyondNone(figures)],
        }),
        1 + beyondNone(again) / beyondNone(figures),
      ),
    ),
    underControl(
      row('heap growth, scripted session', grown, {
        unit: 'MB',
        peer: ['rrweb', grownByRrweb],
        goal: { ratioAtMost: 0.7 },
        stretch: { ratioAtMost: 0.3 },
      }),
      heapAgain,
    ),
    ...(await hourRows(theatre)),
  ];
}

async function hourRows(theatre: Theatre): Promise<Row[]> {
  const row = rowsOf('mirror');
  const ours = await acceleratedHour(theatre, 'ours');
  const rrweb = await acceleratedHour(theatre, 'rrweb');
  const unit = 'MB';
  return [
    row('heap after an accelerated hour', ours.late, {
      unit,
      peer: ['ours after nine minutes', ours.early],
      goal: { ratioAtMost: 1.1 },
    }),
    row('heap after an accelerated hour', ours.late, { unit, peer: ['rrweb', rrweb.late] }),
  ];
}
