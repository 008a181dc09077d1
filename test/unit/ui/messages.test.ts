import { expect, test } from 'vitest';
import { adminCs } from '../../../shared/browser/ui/messages/admin-cs.ts';
import { adminEn } from '../../../shared/browser/ui/messages/admin-en.ts';
import { cannedCs } from '../../../shared/browser/ui/messages/canned-cs.ts';
import { cannedEn } from '../../../shared/browser/ui/messages/canned-en.ts';
import { cs } from '../../../shared/browser/ui/messages/cs.ts';
import { dataCs } from '../../../shared/browser/ui/messages/data-cs.ts';
import { dataEn } from '../../../shared/browser/ui/messages/data-en.ts';
import { historyCs } from '../../../shared/browser/ui/messages/history-cs.ts';
import { historyEn } from '../../../shared/browser/ui/messages/history-en.ts';
import { supervisionCs } from '../../../shared/browser/ui/messages/supervision-cs.ts';
import { supervisionEn } from '../../../shared/browser/ui/messages/supervision-en.ts';
import { en } from '../../../shared/browser/ui/messages/en.ts';
import { playbackCs } from '../../../shared/browser/ui/messages/playback-cs.ts';
import { playbackEn } from '../../../shared/browser/ui/messages/playback-en.ts';
import { reportCs } from '../../../shared/browser/ui/messages/report-cs.ts';
import { reportEn } from '../../../shared/browser/ui/messages/report-en.ts';

type Texts = Readonly<Record<string, string>>;
const all: [Texts, Texts][] = [
  [en, cs],
  [adminEn, adminCs],
  [cannedEn, cannedCs],
  [reportEn, reportCs],
  [playbackEn, playbackCs],
  [supervisionEn, supervisionCs],
  [dataEn, dataCs],
  [historyEn, historyCs],
];
const placeholders = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
const plain = (texts: Texts) => new Set(Object.keys(texts).map((key) => key.replace(/_(one|few|many|other)$/, '')));

test.each(all)('every Czech text fills in what the English one does (%#)', (english, czech) => {
  for (const [key, text] of Object.entries(czech)) {
    const base = key.replace(/_(few|many)$/, '_other');
    expect([key, placeholders(text)]).toEqual([key, placeholders(english[base] ?? '')]);
  }
});

test.each(all)('every English text has a Czech one and the other way round (%#)', (english, czech) => {
  expect(plain(czech)).toEqual(plain(english));
});

test('the texts of the admin’s pages stand in the way of no others', () => {
  const others = { ...en };
  for (const texts of [adminEn, cannedEn, supervisionEn, dataEn]) {
    expect(Object.keys(texts).filter((key) => Object.hasOwn(others, key))).toEqual([]);
    Object.assign(others, texts);
  }
});

test('the texts of reports stand in the way of no others', () => {
  const others = { ...en, ...historyEn };
  expect(Object.keys(reportEn).filter((key) => Object.hasOwn(others, key))).toEqual([]);
});

test('the texts of recordings stand in the way of no others', () => {
  expect(Object.keys(playbackEn).filter((key) => Object.hasOwn(en, key) || Object.hasOwn(reportEn, key))).toEqual([]);
});
