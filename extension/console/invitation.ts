import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiResult } from '../../shared/browser/api/api-call.ts';
import { createInvitationApi } from '../../shared/browser/api/invitation-api.ts';
import { errorText } from '../../shared/browser/ui/i18n.ts';
import { joinLink } from '../../shared/mail/join-link.ts';
import type { HostInvitation, MailInvitation, OtherHosts } from '../../shared/protocol/invitation.ts';
import type { FreshNumber, Site } from '../../shared/protocol/rest.ts';
import { renewNumber } from '../platform/start-session.ts';
import type { KeptSeat, SignIn } from '../platform/store.ts';

/** How others come into the session: a number to read aloud, a link, a mail, an invitation among hosts. */
export interface Invitation {
  address: string;
  number: ReadonlySignal<FreshNumber | null>;
  problem: ReadonlySignal<string | null>;
  renew(): void;
  /** Who invites, as letters say it. */
  words: { site: string; host: string };
  /** The site has a mail server. */
  sendsMail: boolean;
  /** A link that joins once, to hand over by oneself; null: none that lives. */
  link: ReadonlySignal<string | null>;
  needLink(): Promise<void>;
  /** Somebody has come: a link that was used joins nobody else. */
  used(): void;
  /** Gives what went wrong, for people. */
  mail(invitation: MailInvitation): Promise<string | null>;
  /** Null: not asked for yet. */
  hosts: ReadonlySignal<OtherHosts | null>;
  lookForHosts(): Promise<void>;
  inviteHost(invitation: HostInvitation): Promise<string | null>;
}

/** A link is not handed out that is about to end. */
const lifeAtLeastMs = 5 * 60_000;

export function createInvitation(host: SignIn, kept: KeptSeat, site: Pick<Site, 'name' | 'mail'>): Invitation {
  const api = createInvitationApi(host.relay, host.bearer, kept.seat.sessionId);
  const number = signal(kept.number);
  const problem = signal<string | null>(null);
  const link = signal<string | null>(null);
  const hosts = signal<OtherHosts | null>(null);
  let linkEndsAt = 0;

  const failure = (result: ApiResult<unknown>) => (result.ok ? null : errorText(result.code));
  return {
    address: host.relay,
    number,
    problem,
    words: { site: site.name, host: host.name },
    sendsMail: site.mail,
    link,
    hosts,
    renew() {
      void renewNumber(host, kept).then((result) => {
        problem.value = failure(result);
        if (!result.ok) return;
        number.value = result.value;
        link.value = null;
      });
    },
    used: () => (link.value = null),
    async needLink() {
      if (link.peek() !== null && linkEndsAt - Date.now() > lifeAtLeastMs) return;
      link.value = null;
      const result = await api.newCode();
      problem.value = failure(result);
      if (!result.ok) return;
      linkEndsAt = result.value.expiresAt;
      link.value = joinLink(new URL(host.relay).origin, result.value.code);
    },
    mail: async (invitation) => failure(await api.mail(invitation)),
    async lookForHosts() {
      const result = await api.otherHosts();
      problem.value = failure(result);
      if (result.ok) hosts.value = result.value;
    },
    inviteHost: async (invitation) => failure(await api.inviteHost(invitation)),
  };
}
