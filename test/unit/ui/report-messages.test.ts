import { expect, test } from 'vitest';
import { en } from '../../../shared/browser/ui/messages/en.ts';
import { reportCs } from '../../../shared/browser/ui/messages/report-cs.ts';
import { reportEn } from '../../../shared/browser/ui/messages/report-en.ts';

const placeholders = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
const english: Readonly<Record<string, string>> = reportEn;

test('every Czech text of a report fills in what the English one does', () => {
  for (const [key, text] of Object.entries(reportCs)) {
    const base = key.replace(/_(few|many)$/, '_other');
    expect([key, placeholders(text)]).toEqual([key, placeholders(english[base] ?? '')]);
  }
});

test('the texts of reports stand in the way of no others', () => {
  expect(Object.keys(reportEn).filter((key) => Object.hasOwn(en, key))).toEqual([]);
});
