/** What the value of an attribute is, and so how it may leave. What is not listed does not leave. */
export type AttributeKind =
  | 'number'
  | 'shape'
  | 'word'
  | 'media'
  | 'name'
  | 'names'
  | 'css'
  | 'text'
  | 'url'
  | 'data'
  | 'style';

const lists: Record<Exclude<AttributeKind, 'data'>, string> = {
  number:
    'width height x y z x1 x2 y1 y2 cx cy r rx ry dx dy fx fy fr offset size rows cols span rowspan colspan start tabindex ' +
    'maxlength minlength border cellpadding cellspacing hspace vspace marginwidth marginheight stroke-width stroke-opacity ' +
    'fill-opacity opacity stop-opacity flood-opacity stroke-miterlimit stroke-dasharray stroke-dashoffset font-size ' +
    'font-weight letter-spacing word-spacing refx refy markerwidth markerheight pathlength textlength startoffset rotate ' +
    'stddeviation basefrequency numoctaves seed scale k1 k2 k3 k4 radius order divisor bias surfacescale azimuth elevation ' +
    'specularconstant specularexponent diffuseconstant amplitude exponent intercept slope min max step low high optimum ' +
    'aria-level aria-posinset aria-setsize aria-colcount aria-colindex aria-colspan aria-rowcount aria-rowindex aria-rowspan ' +
    'lspace rspace rowspacing columnspacing voffset depth minsize maxsize scriptlevel',
  shape: 'd points transform gradienttransform patterntransform viewbox values tablevalues kernelmatrix coords',
  word:
    'align valign frameborder scrolling dir lang hidden disabled readonly required multiple open controls loop muted reversed novalidate checked ' +
    'inputmode enterkeyhint spellcheck translate draggable contenteditable role type scope shape wrap kind rel nowrap ' +
    'noshade compact frame rules inert popover loading decoding selected default autocapitalize autocomplete ' +
    'aria-atomic aria-autocomplete aria-busy aria-checked aria-current aria-disabled aria-expanded aria-haspopup aria-hidden ' +
    'aria-invalid aria-live aria-modal aria-multiline aria-multiselectable aria-orientation aria-pressed aria-readonly ' +
    'aria-relevant aria-required aria-selected aria-sort ' +
    'preserveaspectratio gradientunits gradientcontentunits patternunits patterncontentunits clippathunits maskunits ' +
    'maskcontentunits filterunits primitiveunits markerunits orient method spacing spreadmethod lengthadjust text-anchor ' +
    'dominant-baseline alignment-baseline baseline-shift fill-rule clip-rule stroke-linecap stroke-linejoin vector-effect ' +
    'shape-rendering text-rendering image-rendering color-interpolation color-interpolation-filters paint-order visibility ' +
    'display overflow pointer-events font-style font-variant font-stretch text-decoration writing-mode direction ' +
    'unicode-bidi operator mode edgemode preservealpha stitchtiles xchannelselector ychannelselector xml:space xml:lang ' +
    'version focusable mathvariant displaystyle stretchy symmetric fence separator accent accentunder linethickness ' +
    'columnalign rowalign columnlines rowlines',
  media: 'media',
  name: 'id for name form list slot usemap in in2 result aria-activedescendant aria-details aria-errormessage anchor',
  names: 'class part headers aria-labelledby aria-describedby aria-controls aria-owns aria-flowto',
  css: 'fill stroke color bgcolor text link vlink alink stop-color flood-color lighting-color filter mask clip-path marker-start marker-mid marker-end font-family',
  style: 'style',
  text:
    'title alt placeholder label summary abbr aria-label aria-description aria-roledescription aria-placeholder ' +
    'aria-valuetext aria-valuenow aria-valuemin aria-valuemax aria-braillelabel aria-brailleroledescription aria-keyshortcuts',
  url: 'href xlink:href src poster background cite',
};

const kinds = new Map<string, AttributeKind>();
for (const [kind, names] of Object.entries(lists) as [AttributeKind, string][])
  for (const name of names.split(' ')) kinds.set(name, kind);

/** Names that only the mirror itself uses. */
const reserved = /^(?:data-beside-|data-rr-|rr_)/;

/** Null: it does not leave. */
export function attributeKind(name: string): AttributeKind | null {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  if (lower.startsWith('data-')) return reserved.test(lower) ? null : 'data';
  return lower === name ? null : (kinds.get(lower) ?? null);
}

const numberValue = /^[-+.\d\s,%/:T]*(?:[a-z]{1,4})?$/i;
const shapeWords = /matrix|translate|scale|rotate|skew[XY]|deg|turn|px/g;
const notShape = /[^\d\s.,+\-()eEmMlLhHvVcCsSqQtTaAzZ;]/;

export const isNumberValue = (value: string): boolean =>
  value.length <= 200 && numberValue.test(value) && !/\d{9}/.test(value);
export const isShapeValue = (value: string): boolean => !notShape.test(value.replace(shapeWords, ''));
