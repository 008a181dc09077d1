import * as v from 'valibot';
import { pageLogEntries } from './page-log.ts';

/** Channel `details`, customer → host: what the customer has allowed to be told (SPEC K). */

/** Of the browser, then of the computer by the Support Manager. */
export const systemFactKeys = [
  'browser',
  'system',
  'screen',
  'zoom',
  'languages',
  'timeZone',
  'cookies',
  'connection',
  'touch',
  'processor',
  'memory',
  'uptime',
] as const;
export type SystemFactKey = (typeof systemFactKeys)[number];

const short = v.pipe(v.string(), v.maxLength(300));
const amount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const systemReportSchema = v.strictObject({
  facts: v.pipe(
    v.array(v.strictObject({ key: v.picklist(systemFactKeys), value: short })),
    v.maxLength(systemFactKeys.length),
  ),
  disks: v.pipe(v.array(v.strictObject({ name: short, bytes: amount, freeBytes: amount })), v.maxLength(32)),
  /** The largest by memory. */
  processes: v.pipe(v.array(v.strictObject({ name: short, memoryBytes: amount })), v.maxLength(40)),
  /** ms since 1970, by the customer's clock. */
  at: amount,
});
export type SystemReport = v.InferOutput<typeof systemReportSchema>;

export const detailsSchema = v.variant('type', [
  v.strictObject({ type: v.literal('details.system'), report: systemReportSchema }),
  v.strictObject({ type: v.literal('details.log'), ...pageLogEntries }),
]);
export type DetailsMessage = v.InferOutput<typeof detailsSchema>;
