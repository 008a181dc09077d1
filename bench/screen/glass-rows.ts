import { underControl } from '../mirror/control.ts';
import { interleave } from '../mirror/interleave.ts';
import { type Goal, median, quantile, type Row, rowsOf } from '../row.ts';
import { glass, type GlassFigures } from './glass.ts';
import type { Cast } from './cast.ts';
import { still } from './still.ts';
import type { Stage } from './stage.ts';

const times = 3;
/** Between text at half its size and text as it was, see `likenessOfText`. */
const readsFrom = 0.95;

type What = (figures: GlassFigures) => number;
const delay: What = ({ delays }) => median(delays);
const late: What = ({ delays }) => quantile(delays, 0.95);
const fps: What = (figures) => figures.fps;
const kbps: What = (figures) => figures.kbps;
const firstFrame: What = (figures) => figures.firstFrame ?? NaN;
const ownerCpu: What = (figures) => figures.ownerCpu;
const viewerCpu: What = (figures) => figures.viewerCpu;
const bothCpu: What = (figures) => figures.ownerCpu + figures.viewerCpu;

/** 1080p text that scrolls, from the customer's screen to the host's. */
export async function glassRows(stage: Stage, { standard, sampling, bare, vnc }: Cast): Promise<Row[]> {
  const figures = await interleave(times, {
    standard: () => glass(stage, standard),
    bare: () => glass(stage, bare),
    vnc: () => glass(stage, vnc),
    sampling: () => glass(stage, sampling),
    again: () => glass(stage, bare),
  });
  const of = (who: keyof typeof figures, what: What) => median(figures[who].map(what));
  const row = rowsOf('screen');
  const names = { bare: bare.name, vnc: vnc.name, standard: standard.name, again: `${bare.name} once more` };
  const beside = (
    metric: string,
    [who, peer]: ['standard' | 'sampling', keyof typeof names],
    what: What,
    { unit = 'ms', ...wanted }: { unit?: string; goal?: Goal; stretch?: Goal } = {},
  ) =>
    underControl(
      row(`${metric}, ${who === 'standard' ? 'Standard' : 'Screen Sampling'}`, of(who, what), {
        unit,
        peer: [names[peer], of(peer, what)],
        ...wanted,
      }),
      of('again', what) / of('bare', what),
    );
  const cpu = { unit: '% of a core' };
  const rate = { unit: 'kbit/s' };
  return [
    row('glass to glass, median, A/A', of('bare', delay), { peer: [names.again, of('again', delay)] }),
    beside('glass to glass, median', ['standard', 'bare'], delay, {
      goal: { ratioAtMost: 1.1 },
      stretch: { ratioAtMost: 0.85 },
    }),
    beside('glass to glass, p95', ['standard', 'bare'], late),
    beside('frames a second', ['standard', 'bare'], fps, {
      unit: 'fps',
      goal: { ratioAtLeast: 0.9 },
    }),
    beside('choice → first frame, median', ['standard', 'bare'], firstFrame, {
      goal: { ratioAtMost: 1 },
      stretch: { ratioAtMost: 0.4 },
    }),
    beside('bitrate', ['standard', 'bare'], kbps, rate),
    beside('processor, customer', ['standard', 'bare'], ownerCpu, cpu),
    beside('processor, host', ['standard', 'bare'], viewerCpu, cpu),
    beside('glass to glass, median', ['standard', 'vnc'], delay, { goal: { ratioAtMost: 0.6 } }),
    beside('frames a second', ['standard', 'vnc'], fps, { unit: 'fps' }),
    beside('bitrate', ['standard', 'vnc'], kbps, { ...rate, goal: { ratioAtMost: 0.1 } }),
    beside('processor, both', ['standard', 'vnc'], bothCpu, cpu),
    beside('bitrate', ['sampling', 'standard'], kbps, { ...rate, goal: { ratioAtMost: 0.25 } }),
    beside('processor, both', ['sampling', 'standard'], bothCpu, {
      ...cpu,
      goal: { ratioAtMost: 0.8 },
      stretch: { ratioAtMost: 0.5 },
    }),
    beside('glass to glass, median', ['sampling', 'standard'], delay),
    beside('frames a second', ['sampling', 'standard'], fps, { unit: 'fps' }),
    ...(await stillRows(stage, sampling)),
  ];
}

async function stillRows(stage: Stage, sampling: Cast['sampling']): Promise<Row[]> {
  const { likeness, halfSize } = await still(stage, sampling);
  return [
    rowsOf('screen')('text at rest, likeness of its letters (SSIM), Screen Sampling', likeness, {
      unit: '',
      peer: ['the same text at half its size', halfSize],
      goal: { atLeast: readsFrom },
    }),
  ];
}
