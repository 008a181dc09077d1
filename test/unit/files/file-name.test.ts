import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDangerousName, isProgram } from '../../../shared/session/dangerous-file.ts';
import { cleanFileName, fileEnding, fileNamePattern } from '../../../shared/session/file-name.ts';
import { hostileNames, isSafe } from './name-corpus.ts';

test('[J3] two hundred hostile names become safe ones, each the same when it is cleaned again', () => {
  expect(hostileNames.length).toBeGreaterThanOrEqual(200);
  const unsafe = hostileNames.filter((name) => !isSafe(cleanFileName(name)));
  expect(unsafe).toEqual([]);
  expect(hostileNames.filter((name) => cleanFileName(cleanFileName(name)) !== cleanFileName(name))).toEqual([]);
});

test('[J3] whatever a name is made of, it becomes a safe one', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
  fc.assert(fc.property(units, (codes) => isSafe(cleanFileName(String.fromCharCode(...codes)))));
});

test.each([
  ['Příloha 2026 (final).pdf', 'Příloha 2026 (final).pdf'],
  ['Pr\u030ci\u0301loha.txt', 'Příloha.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\report.docx', 'report.docx'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['NUL', 'file-NUL'],
  ['con.tar.gz', 'file-con.tar.gz'],
  ['console.txt', 'console.txt'],
  ['.env', 'file.env'],
  ['-rf', 'rf'],
  ['report.exe. .', 'report.exe'],
  ['a:b.txt::$DATA', 'a_b.txt___DATA'],
  ['', 'file'],
  ['\u{1f4a9}.png', 'file.png'],
])('[J3] %j is %j', (raw, clean) => expect(cleanFileName(raw)).toBe(clean));

test('[J3] a name that is too long keeps the ending that says what it is', () => {
  const clean = cleanFileName(`${'a'.repeat(400)}.pdf`);
  expect(clean).toHaveLength(120);
  expect(fileEnding(clean)).toBe('pdf');
});

test('[J3] no dot or space ends a name, also of one that is cut there', () => {
  for (const end of ['.', ' ', '. .']) {
    expect([end, fileNamePattern.test(`run.bat${end}`), fileNamePattern.test(`a${end}`)]).toEqual([end, false, false]);
    expect(cleanFileName(`${'a'.repeat(119 - end.length)}b${end}${'c'.repeat(40)}`)).toMatch(fileNamePattern);
  }
  for (const name of ['a', 'run.bat', 'a (1)', 'a_', 'a'.repeat(120)]) expect(name).toMatch(fileNamePattern);
  expect('a'.repeat(121)).not.toMatch(fileNamePattern);
});

test('[J4] programs, scripts and shortcuts are told by their name, whatever stands before the last dot', () => {
  for (const name of [
    'setup.EXE',
    'invoice.pdf.exe',
    'a.lnk',
    'a.ps1',
    'a.docm',
    'a.svg',
    'a.html',
    'a.jar',
    'a.iso',
    'run.bat.',
    'run.bat . ',
  ]) {
    expect([name, isDangerousName(name)]).toEqual([name, true]);
  }
  for (const name of ['a.pdf', 'exe', 'a.exe.pdf', 'a.docx', 'a.png', 'a']) {
    expect([name, isDangerousName(name)]).toEqual([name, false]);
  }
});

test('[J4] programs are told by their first bytes, whatever they are called', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(isProgram(bytes('MZ\u0000\u0003'))).toBe(true);
  expect(isProgram(bytes('\u007fELF'))).toBe(true);
  expect(isProgram(bytes('#!/bin/sh'))).toBe(true);
  expect(isProgram(new Uint8Array([0xcf, 0xfa, 0xed, 0xfe]))).toBe(true);
  expect(isProgram(bytes('%PDF-1.7'))).toBe(false);
  expect(isProgram(new Uint8Array(0))).toBe(false);
});
