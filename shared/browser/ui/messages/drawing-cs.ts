import type { Forms } from './cs.ts';
import type { drawingEn } from './drawing-en.ts';

export const drawingCs: Record<Forms<keyof typeof drawingEn>, string> = {
  'drawing.bar': 'Ukazovat a kreslit pro: {{name}}',
  'drawing.ownBar': 'Ukazovat a kreslit na vaší stránce',
  'drawing.laser': 'Laserové ukazovátko',
  'drawing.ink': 'Mizející inkoust',
  'drawing.pen': 'Pero',
  'drawing.rectangle': 'Obdélník',
  'drawing.arrow': 'Šipka',
  'drawing.text': 'Text',
  'drawing.highlight': 'Zvýraznění',
  'drawing.undo': 'Vzít zpět mé poslední',
  'drawing.clear': 'Smazat všechny kresby',
  'drawing.deleteKey': 'Del',
  'drawing.textLabel': 'Text k umístění',
  'drawing.how.laser': 'Pohybujte myší. Esc ho odloží.',
  'drawing.how.ink': 'Kreslete. Za pár sekund to zmizí.',
  'drawing.how.pen': 'Kreslete. Zůstane to, dokud se to nesmaže.',
  'drawing.how.rectangle': 'Táhněte kolem toho, o co jde.',
  'drawing.how.arrow': 'Táhněte k tomu, na co ukazujete.',
  'drawing.how.text': 'Napište pár slov a klepněte na místo.',
  'drawing.how.highlight': 'Klepněte na něco. Ostatní se ztmaví.',
  'drawing.title': 'Ukazovat a kreslit',
  'drawing.pointsHere': '{{name}} ukazuje sem',
  'drawing.pointsHereText': 'Na skutečnou obrazovku kreslit nelze. Tento malý obrázek ukazuje, kde značky jsou.',
  'drawing.ownPageText': 'Kreslí na vaši stránku, uvidíte to vy i {{name}}. Nic se na ní nestiskne.',
};
