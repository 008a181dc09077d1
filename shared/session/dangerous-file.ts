import { fileEnding } from './file-name.ts';

/** Endings of what a computer runs or obeys when it is opened. */
const endings = new Set(
  (
    'ade adp ahk apk app appinstaller application appref-ms appx appxbundle bash bat chm cmd com command cpl crx ' +
    'csh deb desktop diagcab dll dmg docm dotm exe fish gadget hta htm html img inf ins iso isp jar jnlp js jse ' +
    'ksh lnk mde mht mhtml msc msh msi msix msp mst ocx pif pkg pl potm ppam ppsm pptm ps1 psm1 py pyw rb reg rpm run ' +
    'scf scr sct settingcontent-ms sh shb shs sldm svg svgz swf sys tcsh url vb vbe vbs vbscript vhd vhdx webloc ws ' +
    'wsc wsf wsh xbap xht xhtml xlam xll xlsm xltm xpi zsh'
  ).split(' '),
);

/** The file can do something by itself when it is opened. */
export const isDangerousName = (name: string): boolean => endings.has(fileEnding(name));

const starts: readonly (readonly number[])[] = [
  // Windows (MZ), Linux (ELF), a script (#!), a shortcut of Windows, macOS in its five ways.
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x23, 0x21],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
];

/** How many bytes of the beginning `isProgram` looks at. */
export const programHeadBytes = 8;

/** The beginning of what comes in pieces, however short they are. */
export const headWith = (head: Uint8Array<ArrayBuffer>, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  head.length < programHeadBytes
    ? new Uint8Array([...head, ...bytes.subarray(0, programHeadBytes - head.length)])
    : head;

/** The bytes are a program's, whatever the name says. */
export const isProgram = (head: Uint8Array): boolean =>
  starts.some((start) => start.every((byte, at) => head[at] === byte));
