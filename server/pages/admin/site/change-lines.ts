import { listOf } from '../../../../shared/browser/ui/i18n.ts';
import type { Branding } from '../../../../shared/protocol/branding.ts';
import type { FilePolicy } from '../../../../shared/protocol/file-policy.ts';
import type { PrivacyPolicy } from '../../../../shared/protocol/privacy-policy.ts';
import type { Retention } from '../../../../shared/protocol/retention.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { RecordingPolicy } from '../../../../shared/recording/recording-policy.ts';
import type { Configuration, Part, Parts } from '../configuration.ts';
import { t, type TextKey } from '../say.ts';
import { changedKeys, changesBetween } from '../../../../shared/queue/changes-between.ts';

const policyTexts: Readonly<Record<keyof PrivacyPolicy, TextKey>> = {
  level: 'privacy.level',
  rules: 'privacy.rules',
  privateByDefault: 'privacy.byDefault',
  shown: 'privacy.shown',
  pausePages: 'privacy.pausePages',
  allowedOrigins: 'privacy.allowedOrigins',
  blockedOrigins: 'privacy.blockedOrigins',
  limits: 'files.limits',
};
const brandingTexts: Readonly<Record<keyof Branding, TextKey>> = {
  name: 'branding.name',
  accent: 'branding.accent',
  logo: 'branding.logo',
  welcomeText: 'branding.welcomeText',
  endText: 'branding.endText',
};

const recordingTexts: Readonly<Record<keyof RecordingPolicy, TextKey>> = {
  site: 'recordings.site',
  queues: 'recordings.queues',
  hosts: 'recordings.hosts',
};
const filesTexts: Readonly<Record<keyof FilePolicy, TextKey>> = {
  from: 'filePolicy.from',
  mostMebibytes: 'filePolicy.most',
  dangerous: 'filePolicy.dangerous',
  onlyEndings: 'filePolicy.onlyEndings',
};

const retentionTexts: Readonly<Record<keyof Retention, TextKey>> = {
  sessions: 'retention.sessions',
  pictures: 'retention.pictures',
  recordings: 'retention.recordings',
  requests: 'retention.requests',
  deliveries: 'retention.deliveries',
  audit: 'retention.audit',
};

/** What would be another with these parts in place of those, for people to read. */
export function changeLines(now: Configuration, next: Parts): Record<Part, string[]> {
  return {
    inbound: next.inbound ? inboundLines(now.inbound, next.inbound) : [],
    policy: next.policy ? keyLines(now.policy, next.policy, policyTexts) : [],
    branding: next.branding ? keyLines(now.branding, next.branding, brandingTexts) : [],
    recording: next.recording ? keyLines(now.recording, next.recording, recordingTexts) : [],
    retention: next.retention ? retentionLines(now.retention, next.retention) : [],
    goal: next.goal ? keyLines(now.goal, next.goal, { withinMs: 'goal.label' }) : [],
    playback: next.playback ? keyLines(now.playback, next.playback, { hosts: 'files.part.playback' }) : [],
    files: next.files ? keyLines(now.files, next.files, filesTexts) : [],
  };
}

const keyLines = <T extends object>(now: T, next: T, texts: Readonly<Record<keyof T, TextKey>>): string[] =>
  changedKeys(now, next).map((key) => t(texts[key]));

/** With the days: a shorter time erases. */
const retentionLines = (now: Retention, next: Retention): string[] =>
  changedKeys(now, next).map((key) => `${t(retentionTexts[key])}: ${now[key]} → ${next[key]}`);

function inboundLines(now: Inbound, next: Inbound): string[] {
  const { added, removed, changed, isSiteChanged, areHostsChanged } = changesBetween(now, next);
  return [
    ...(added.length > 0 ? [t('files.added', { names: listOf(added) })] : []),
    ...(changed.length > 0 ? [t('files.changed', { names: listOf(changed) })] : []),
    ...(removed.length > 0 ? [t('files.removed', { names: listOf(removed) })] : []),
    ...(isSiteChanged ? [t('files.site')] : []),
    ...(areHostsChanged ? [t('files.hosts')] : []),
  ];
}
