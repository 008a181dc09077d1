/** What a host asks for beside surfaces. */
export const toolEn = {
  'tool.recordingTitle': 'May this session be recorded?',
  'tool.recordingWhat':
    'The site keeps what you show and what is said from now on. What is hidden from {{host}} is not in it.',
  'tool.filesTitle': 'Let {{host}} work in a folder of yours?',
  'tool.filesWhat':
    'You choose the folder, and whether {{host}} may only look and copy or also change what is in it. Nothing is deleted or replaced without asking you.',
  'tool.systemTitle': 'Let {{host}} see facts about this computer?',
  'tool.systemWhat': 'Browser, screen, zoom, languages and system. You see them first. No files, no names of people.',
  'tool.page-logTitle': 'Let {{host}} see the errors of the shown page?',
  'tool.page-logWhat':
    'What the page writes for its developers, and requests of it that fail. Addresses are shown without what may be secret.',
  'tool.once': 'Just once. To look again, the host has to ask again.',
  'receipt.tool.recording': 'The session was recorded ({{when}})',
  'receipt.tool.files': '{{host}} worked in a folder of yours ({{when}})',
  'receipt.tool.system': '{{host}} saw facts about your computer ({{when}})',
  'receipt.tool.page-log': '{{host}} saw the errors of your page ({{when}})',
  'error.tool.busy': 'That is already asked for or allowed.',
  'error.tool.too-late': 'The question was open too long. It has to be asked again.',
} as const;
