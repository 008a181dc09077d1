const set = (names: string) => new Set(names.split(' '));

/** Elements that show something and do nothing. */
export const htmlElements = set(
  'html head body title style a abbr acronym address area article aside audio b bdi bdo big blockquote br button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em ' +
    'fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd ' +
    'label legend li main map mark menu menuitem meter nav nobr ol optgroup option output p picture pre progress ' +
    'q rb rp rt rtc ruby s samp search section select selectedcontent slot small source span strike strong sub ' +
    'summary sup table tbody td textarea tfoot th thead time tr tt u ul var video wbr',
);
/** Of MathML; anywhere but in a formula they mean nothing. */
export const mathElements = set(
  'math mi mn mo ms mspace mtext mrow mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup ' +
    'msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd semantics annotation',
);
/** By their name in lower case. */
export const svgElements = set(
  'svg g defs symbol use image path rect circle ellipse line polyline polygon text tspan textpath title desc a ' +
    'lineargradient radialgradient stop pattern clippath mask marker filter switch view style foreignobject ' +
    'animate animatetransform animatemotion set mpath feblend fecolormatrix fecomponenttransfer fecomposite ' +
    'feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb ' +
    'fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight ' +
    'fespecularlighting fespotlight fetile feturbulence',
);
/** Nothing of these is shown; all other unknown ones are shown as a `span`. */
export const unseenElements = set(
  'script base meta object embed applet frame frameset portal fencedframe noscript template webview track param ' +
    'noframes noembed plaintext xmp listing image bgsound keygen annotation-xml',
);
/** Elements that may have a shadow root, besides custom ones. */
export const shadowHosts = set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span',
);
export const animations = set('animate animatetransform animatemotion set');
/** What SVG may animate. */
export const animated = set(
  'transform x y x1 x2 y1 y2 cx cy r rx ry fx fy dx dy d points width height opacity fill fill-opacity stroke ' +
    'stroke-opacity stroke-width stroke-dasharray stroke-dashoffset stop-color stop-opacity offset visibility ' +
    'display color viewBox gradientTransform patternTransform startOffset rotate font-size letter-spacing ' +
    'flood-color flood-opacity stdDeviation baseFrequency scale values k1 k2 k3 k4 radius seed surfaceScale',
);

/** Attributes whose value is text, a number or a word, on any element. */
export const plainAttributes = set(
  'class title alt placeholder label lang dir role for headers abbr scope colspan rowspan span width height size ' +
    'cols rows wrap min max step minlength maxlength hidden tabindex disabled readonly required checked selected ' +
    'multiple open reversed start datetime contenteditable spellcheck draggable translate inputmode enterkeyhint ' +
    'list high low optimum border cellpadding cellspacing align valign bgcolor color face clear noshade nowrap ' +
    'hspace vspace frame rules compact text link vlink alink controls loop muted kind srclang default shape coords ' +
    'slot part exportparts inert rel media frameborder scrolling marginwidth marginheight accept char charoff ' +
    // SVG
    'viewbox preserveaspectratio d points transform x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy offset rotate ' +
    'pathlength textlength lengthadjust startoffset spreadmethod gradientunits gradienttransform patternunits ' +
    'patterncontentunits patterntransform clippathunits maskunits maskcontentunits markerunits markerwidth ' +
    'markerheight refx refy orient filterunits primitiveunits in in2 result mode type values operator k1 k2 k3 k4 ' +
    'stddeviation order kernelmatrix divisor bias targetx targety edgemode preservealpha surfacescale scale ' +
    'diffuseconstant specularconstant specularexponent limitingconeangle azimuth elevation z pointsatx pointsaty ' +
    'pointsatz basefrequency numoctaves seed stitchtiles xchannelselector ychannelselector radius tablevalues slope ' +
    'intercept amplitude exponent version side method spacing',
);
/** Of SVG; their values are CSS. */
export const styleAttributes = set(
  'fill stroke filter mask clip-path marker marker-start marker-mid marker-end cursor color opacity display ' +
    'visibility overflow direction font-family font-size font-style font-variant font-weight font-stretch ' +
    'letter-spacing word-spacing text-anchor text-decoration text-rendering writing-mode dominant-baseline ' +
    'alignment-baseline baseline-shift stroke-width stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset stroke-opacity fill-opacity fill-rule clip-rule stop-color stop-opacity ' +
    'flood-color flood-opacity lighting-color color-interpolation color-interpolation-filters image-rendering ' +
    'shape-rendering pointer-events paint-order transform-origin vector-effect unicode-bidi mask-type',
);
/** What these do, the mirror must not do; or it is an address, and none is wanted. */
export const forbiddenAttributes = set(
  'srcdoc srcset imagesrcset imagesizes sizes action formaction method formmethod enctype formenctype novalidate ' +
    'formnovalidate ping manifest http-equiv content charset nonce integrity autofocus autoplay is archive target ' +
    'formtarget allow allowfullscreen sandbox csp credentialless popovertarget popovertargetaction command ' +
    'commandfor interestfor slotassignment shadowrootmode shadowrootclonable shadowrootdelegatesfocus ' +
    'shadowrootserializable background data cite longdesc icon lowsrc dynsrc classid codebase codetype profile ' +
    'itemid itemtype crossorigin referrerpolicy fetchpriority loading decoding preload blocking download form ' +
    'pattern accept-charset autocomplete accesskey webkitdirectory capture attributionsrc elementtiming ' +
    'writingsuggestions autocorrect virtualkeyboardpolicy anchor code object standby declare event language ' +
    'usemap ismap behavior loopdelay scrollamount truespeed controlslist disableremoteplayback ' +
    'disablepictureinpicture playsinline browsingtopics sharedstoragewritable adauctionheaders privatetoken ' +
    'requiredextensions systemlanguage externalresourcesrequired baseprofile contentscripttype contentstyletype ' +
    'zoomandpan xml:base xlink:show xlink:actuate xlink:arcrole xlink:role xlink:type handler to-addr srcobject',
);
