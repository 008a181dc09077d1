import * as v from 'valibot';
import { rememberedTabSchema } from '../../shared/browser/assist/remembered-tab.ts';
import { chosenDevicesSchema } from '../../shared/browser/call/chosen-devices.ts';
import { chosenThingSchema } from '../../shared/browser/cobrowse/pick/chosen-thing.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { nameSchema } from '../../shared/protocol/ids.ts';
import { screenQualities } from '../../shared/protocol/media.ts';
import { freshNumberSchema, seatSchema } from '../../shared/protocol/rest.ts';
import { layouts } from '../../shared/queue/layouts.ts';
import { browser } from './browser.ts';

const relaySchema = v.pipe(v.string(), v.url());

/** A host's sign-in. In `storage.session` only: memory, trusted contexts, gone with the browser. */
const signInSchema = v.object({ relay: relaySchema, bearer: v.string(), name: nameSchema });
export type SignIn = v.InferOutput<typeof signInSchema>;

/** Tabs that shown pages have opened (`RememberedProposals`). */
const proposalsSchema = v.object({
  also: v.boolean(),
  waiting: v.pipe(
    v.array(
      v.object({
        pageId: v.number(),
        openerId: v.number(),
        title: v.string(),
        origin: v.string(),
        isSure: v.boolean(),
      }),
    ),
    v.maxLength(limits.tabsProposed),
  ),
});

/** A customer's place in a session, and the pages being shown. */
const helpedSchema = v.object({
  relay: relaySchema,
  seat: seatSchema,
  /** Tab of the assist window, to notice that it was closed. */
  assistTabId: v.nullable(v.number()),
  shownTabs: v.array(rememberedTabSchema),
  proposals: v.optional(proposalsSchema),
  /** What the customer has allowed in this session. */
  grants: v.array(v.string()),
  /** What the customer has hidden in this session. */
  hidden: v.optional(v.array(chosenThingSchema)),
  /** The tab that help was asked from: offered first when a page is to be shown. */
  askedFromTab: v.optional(v.nullable(v.number())),
});
export type Helped = v.InferOutput<typeof helpedSchema>;

/** Help asked for by the popup: from which tab, and in which window one waits. */
const askedSchema = v.object({ fromTab: v.number(), helpTab: v.number() });

/** The style sheets that draw frame and badge around shown pages, and in which tabs. */
const framesSchema = v.array(v.object({ tabId: v.number(), css: v.string() }));
export type Frames = v.InferOutput<typeof framesSchema>;

/** What a host shows in a session. */
const hostShowsSchema = v.object({
  /** Tab of the console, to notice that it was closed. */
  consoleTabId: v.number(),
  shownTabs: v.array(rememberedTabSchema),
  proposals: v.optional(proposalsSchema),
  /** What the host has allowed in this session. */
  grants: v.array(v.string()),
  /** What the host has hidden in this session. */
  hidden: v.array(chosenThingSchema),
  frames: framesSchema,
});
export type HostShows = v.InferOutput<typeof hostShowsSchema>;

const keptSeatSchema = v.object({
  relay: relaySchema,
  seat: seatSchema,
  /** The number to read aloud, while this console knows it. */
  number: v.nullable(freshNumberSchema),
});
export type KeptSeat = v.InferOutput<typeof keptSeatSchema>;

/** One typed value in one storage area; a value that does not fit its schema counts as absent. */
function stored<S extends v.GenericSchema>(area: 'session' | 'local', key: string, schema: S) {
  return {
    async get(): Promise<v.InferOutput<S> | null> {
      const result = v.safeParse(schema, (await browser.storage[area].get(key))[key]);
      return result.success ? result.output : null;
    },
    async set(value: v.InferOutput<S> | null): Promise<void> {
      if (value === null) await browser.storage[area].remove(key);
      else await browser.storage[area].set({ [key]: value });
    },
    onChange(handler: () => void, signal?: AbortSignal): void {
      const listener = (changes: Record<string, unknown>, changed: string) => {
        if (changed === area && key in changes) handler();
      };
      browser.storage.onChanged.addListener(listener);
      signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
    },
  };
}

export const store = {
  signIn: stored('session', 'signIn', signInSchema),
  helped: stored('session', 'helped', helpedSchema),
  asked: stored('session', 'asked', askedSchema),
  frames: stored('session', 'frames', framesSchema),
  /** By session id; sessions in which nothing of the host's is shown are not in it. */
  hostShows: stored('session', 'hostShows', v.record(v.string(), hostShowsSchema)),
  /** The host's seats by session id, so that a reloaded console comes back to its own. */
  seats: stored('session', 'seats', v.record(v.string(), keptSeatSchema)),
  relay: stored('local', 'relay', relaySchema),
  /** In calls, for this browser. */
  callDevices: stored('local', 'callDevices', chosenDevicesSchema),
  /** What is hidden whenever its site is shown. */
  hiddenOnSites: stored('local', 'hiddenOnSites', v.array(chosenThingSchema)),
  /** The layout of consoles, by site and host. */
  consoleLayout: stored('local', 'consoleLayout', v.record(v.string(), v.picklist(layouts))),
  /** How screens are sent, by site and host. */
  screenQuality: stored('local', 'screenQuality', v.record(v.string(), v.picklist(screenQualities))),
};
