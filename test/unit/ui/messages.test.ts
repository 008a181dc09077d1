import { expect, test } from 'vitest';
import { cs } from '../../../shared/browser/ui/messages/cs.ts';
import { en } from '../../../shared/browser/ui/messages/en.ts';

const placeholders = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
const english: Record<string, string> = en;

test('every Czech text fills in what the English one does', () => {
  for (const [key, text] of Object.entries(cs)) {
    const base = key.replace(/_(few|many)$/, '_other');
    expect([key, placeholders(text)]).toEqual([key, placeholders(english[base] ?? '')]);
  }
});

test('every English text has a Czech one and the other way round', () => {
  const plain = (keys: string[]) => new Set(keys.map((key) => key.replace(/_(one|few|many|other)$/, '')));
  expect(plain(Object.keys(cs))).toEqual(plain(Object.keys(en)));
});
