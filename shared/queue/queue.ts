import * as v from 'valibot';
import { shareKindSchema } from '../session/share.ts';
import { cannedLimits, cannedTextSchema } from './canned-text.ts';
import { formFieldSchema } from './form.ts';
import { hoursSchema } from './hours.ts';
import { hostIdSchema, queueIdSchema, skillSchema } from './names.ts';
import { ruleSchema } from './rules.ts';

/** Who of several is offered a request. */
export const strategies = [
  /** All who could take it, at once; the first to accept has it. */
  'everybody',
  /** Who has been without a session for longest. */
  'most-idle',
  /** Who was offered something longest ago. */
  'round-robin',
  /** Who has the smallest part of the own capacity in use. */
  'least-busy',
] as const;

/** What is asked of the customer by itself when the session begins. */
export const beginnings = ['none', 'page', 'application', 'desktop'] as const;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const ms = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const priorities = { least: 0, most: 9 } as const;
const prioritySchema = ms(priorities.least, priorities.most);
const list = <S extends v.GenericSchema>(item: S, most: number) => v.pipe(v.array(item), v.maxLength(most));
const originSchema = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^/?#@\s*]+$/));
const minute = 60_000;

export const queueSchema = v.strictObject({
  id: queueIdSchema,
  name: v.pipe(text(60), v.minLength(1)),
  description: text(500),
  /** Requests are taken. Hours and free hosts are another matter. */
  isOn: v.boolean(),
  /** Languages that are spoken here, as BCP 47 tags; shown to the customer. */
  languages: list(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), 20),
  /** Who serves it; null: every host. A greater priority comes first. */
  members: v.nullable(list(v.strictObject({ hostId: hostIdSchema, priority: prioritySchema }), 500)),
  /** All of these a host must have. */
  skills: list(skillSchema, 20),
  strategy: v.picklist(strategies),
  /** Of its requests, among those of other queues. A greater one comes first. */
  priority: prioritySchema,
  acceptWithinMs: ms(5_000, 10 * minute),
  /** Who has waited for so long goes on to another queue, and keeps the time waited. */
  escalation: v.nullable(v.strictObject({ afterMs: ms(5_000, 24 * 60 * minute), queueId: queueIdSchema })),
  /** After a session a host is offered nothing for so long. */
  wrapUpMs: ms(0, 60 * minute),
  /** Hosts may take any waiting request by hand. */
  isChosenByHosts: v.boolean(),
  /** The customer may ask for one of its hosts. */
  isHostChosen: v.boolean(),
  isPositionShown: v.boolean(),
  isEstimateShown: v.boolean(),
  /** Null: always open. */
  hours: v.nullable(hoursSchema),
  closedText: text(500),
  /** Shown while it is open and no host is there. */
  nobodyText: text(500),
  isNameAsked: v.boolean(),
  form: list(formFieldSchema, 30),
  rules: list(ruleSchema, 100),
  begin: v.strictObject({
    surface: v.picklist(beginnings),
    level: v.picklist(['view', 'control']),
    /** The customer is called by itself, to answer or not. */
    isCalled: v.boolean(),
    /** Opened for the host in a tab of its own. */
    url: v.nullable(v.pipe(v.string(), v.maxLength(1_000), v.url(), v.regex(/^https?:/))),
  }),
  /** What hosts may ask for and offer. */
  switchedOn: list(shareKindSchema, 12),
  /** Pages of these origins may carry the button; empty: of all. */
  origins: list(originSchema, 100),
  /** What its hosts say again and again. */
  cannedTexts: v.optional(list(cannedTextSchema, cannedLimits.perQueue), []),
});
export type Queue = v.InferOutput<typeof queueSchema>;
