/**
 * Mutations of the rules by which pages are looked at, file by file: what Stryker does with the rules that need no page,
 * as each of its changes would need the tests in a browser.
 */
import type { RuleMutation } from './mutation';

const ACCOUNT = 'test/dagster/account.test.ts';
const HOSTILE_PAGES = 'test/dagster/hostile-pages.dom.test.ts';
const PAGE_VARIANTS = 'test/dagster/page-variants.dom.test.ts';
const READABLE = 'test/dagster/readable.dom.test.ts';
const ROWS_DECIDE_NOTHING = 'test/dagster/rows-decide-nothing.dom.test.ts';
const TOKEN_MAKER = 'test/dagster/token-maker.dom.test.ts';
const TOKENS_PAGE = 'test/dagster/tokens-page.dom.test.ts';
const ATTACKS = 'test/hub/attacks.dom.test.ts';
const CONNECTOR = 'test/hub/connector.dom.test.ts';
const DOCUMENT_CONTEXT = 'test/hub/document-context.dom.test.ts';
const FRAME_SIGHT = 'test/hub/frame-sight.dom.test.ts';
const LABELS = 'test/hub/labels.dom.test.ts';
const MOMENTS = 'test/hub/moments.dom.test.ts';
const TRACES = 'test/hub/traces.dom.test.ts';
const TRANSLATED_FORM = 'test/hub/translated-form.dom.test.ts';
const VISIBILITY = 'test/hub/visibility.dom.test.ts';

/** What is done, the rule as it stands in the file, what stands there instead, and the test that has to notice. */
type Row = readonly [done: string, guard: string, instead: string, test: string, title: string];

const RULES: Readonly<Record<string, readonly Row[]>> = {
  'src/hub/connector.ts': [
    [
      'the key of Dagster may stand anywhere in another key',
      'const DAGSTER_KEY = /^dagster(?:[_+-].*)?$/;',
      'const DAGSTER_KEY = /dagster/;',
      CONNECTOR,
      'a form whose card shows %s',
    ],
    [
      'a name that begins with Dagster is Dagster’s',
      'const DAGSTER_NAME = /^dagster(?:\\+| plus| cloud)?(?: \\(?custom\\)?)?$/;',
      'const DAGSTER_NAME = /^dagster/;',
      CONNECTOR,
      'a form whose card shows %s',
    ],
    [
      'what stands in another form’s box counts',
      'if (around === null || otherForms.some((other) => contains(around, other))) break;',
      'if (around === null) break;',
      CONNECTOR,
      'a header before two forms says of neither whose it is',
    ],
  ],
  'src/hub/control-label.ts': [
    [
      'the words of buttons and icons count as a label',
      "const NOT_A_LABEL = 'style, script, template, svg, button, select, textarea, noscript';",
      "const NOT_A_LABEL = 'style, script, template';",
      LABELS,
      'A field is taken that is called so %s',
    ],
    [
      'the label of the next field belongs to this one too',
      '    if (neighbours.some((neighbour) => neighbour !== undefined && contains(holder, neighbour))) break;\n',
      '',
      LABELS,
      'A label belongs to the field behind it, and not to the next one as well',
    ],
    [
      'a text behind a field is its label',
      "    if (!precedes(text, control)) return '';\n",
      '',
      MOMENTS,
      'keeps the chosen option of a dropdown and closes it',
    ],
  ],
  'src/hub/document-context.ts': [
    [
      'the way to a frame is not told',
      '    path: pathTo(window),',
      '    path: [],',
      DOCUMENT_CONTEXT,
      'of the same origin is reported with the way to it',
    ],
    [
      'a document that has no window may be filled',
      '{ origin: SANDBOXED, fillable: false, path: [-1]',
      '{ origin: SANDBOXED, fillable: true, path: [-1]',
      DOCUMENT_CONTEXT,
      'not without a window, in which nobody sees it',
    ],
    [
      'each question gives a document another name',
      '  const name = names.get(document) ?? randomName();',
      '  const name = randomName();',
      DOCUMENT_CONTEXT,
      'by one name for as long as it lives',
    ],
  ],
  'src/hub/dropdown.ts': [
    [
      'a panel with controls holds plain options',
      'panel && elementsIn(panel, CONTROLS).length === 0 ?',
      'panel ?',
      ATTACKS,
      'on a dropdown goes to its option: %s',
    ],
    [
      'an option that contains the value is chosen',
      'options.filter(({ text }) => text === value);',
      'options.filter(({ text }) => text.includes(value));',
      MOMENTS,
      'keeps the chosen option of a dropdown and closes it',
    ],
    [
      'a dropdown without the value stays open',
      '    if (options.length > 0) press(control);\n',
      '',
      MOMENTS,
      'names the options of a dropdown that has not got the deployment, and closes it',
    ],
  ],
  'src/hub/field-labels.ts': [
    [
      'a field is called by half of its label',
      "organizationSlug: ['Organization slug'],",
      "organizationSlug: ['Organization'],",
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/hub/found-field.ts': [
    [
      'of two fields with one label the first is taken',
      "  if (usable.length > 1) return { state: 'twice', control: undefined };\n",
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'a field that is not seen counts',
      "  if (!seen) return 'hidden';\n",
      '',
      ATTACKS,
      '%s does not get the token',
    ],
    [
      'any button beside a masked secret is Edit',
      " && normalizeLabel(nameOfButton(button)) === 'edit'",
      '',
      ATTACKS,
      'never goes to a button "%s" beside a masked token',
    ],
  ],
  'src/hub/frame-origins.ts': [
    [
      'a frame in a sandbox counts as one of its address',
      "  if (attributeOf(frame, 'sandbox') !== null && !frame.sandbox.contains('allow-same-origin'))\n    return SANDBOXED;\n",
      '',
      DOCUMENT_CONTEXT,
      '%s',
    ],
    [
      'a frame with srcdoc counts as one of its address',
      "  if (attributeOf(frame, 'srcdoc') !== null) return SRCDOC;\n",
      '',
      DOCUMENT_CONTEXT,
      '%s',
    ],
    [
      'frames too small for a form are asked for access to',
      'width >= side && height >= side && ',
      '',
      DOCUMENT_CONTEXT,
      '%s',
    ],
  ],
  'src/hub/frame-sight.ts': [
    [
      'of two frames that may be meant the first is taken',
      '  if (!frame || others.length > 0) return UNSEEN;',
      '  if (!frame) return UNSEEN;',
      FRAME_SIGHT,
      'in a shadow root is found where it is the only one, or where the browser tells its number',
    ],
    [
      'points are handed on as they lie in the frame',
      'points.map((point) => fromFrame(frame, point))',
      'points',
      FRAME_SIGHT,
      'tells where the points are in the document around',
    ],
  ],
  'src/hub/labelled-controls.ts': [
    [
      'one label makes a form',
      'export const LABELS_OF_A_FORM = 2;',
      'export const LABELS_OF_A_FORM = 1;',
      MOMENTS,
      "with Prefect's form, which has a User Token too, is no linking form",
    ],
    [
      'boxes to tick are fields',
      "'button checkbox color file hidden image radio range reset submit'",
      "'button color file hidden image range reset submit'",
      LABELS,
      'A field is taken that is called so %s',
    ],
    [
      'a button that submits may be a dropdown',
      "button.type === 'button' || attributeOf",
      "button.type !== 'reset' || attributeOf",
      ATTACKS,
      'never goes to what stands behind a dropdown, though it is called like the deployment',
    ],
  ],
  'src/hub/linking-form.ts': [
    [
      'two forms under the same heading have the same name',
      "heading !== '' && headings.filter((other) => other === heading).length === 1",
      "heading !== ''",
      LABELS,
      'under one heading are told apart by their position',
    ],
    [
      'closed trees are looked into although an open one holds the form',
      ' || open.forms.length > 0 || open.choosing) return open;',
      ') return open;',
      DOCUMENT_CONTEXT,
      'is not looked for where an open form stands',
    ],
    [
      'a list of connectors is told by its search field alone',
      "  elementsIn(root, 'input[name=\"search\"]').length > 0 &&\n  elementsIn(root, 'button img[alt]').length > 0;",
      '  elementsIn(root, \'input[name="search"]\').length > 0;',
      LABELS,
      'A search field alone is no list of connectors',
    ],
  ],
  'src/hub/looks.ts': [
    [
      'every look is kept',
      '      if (looks.size > MOST_LOOKS && oldest !== undefined) looks.delete(oldest);\n',
      '',
      ATTACKS,
      'gets nothing by a look that many others have followed',
    ],
  ],
  'src/hub/normal-label.ts': [
    [
      'a label may have any words behind it',
      '  const line = oneLine(text);',
      "  const line = oneLine(text).replace(/notes|key|id$/i, '');",
      LABELS,
      'No field is taken that is called so %s',
    ],
    [
      'marks of what is optional or required stay in a label',
      ".replace(MARKS, ' ')",
      '',
      LABELS,
      'A field is taken that is called so %s',
    ],
    [
      'a text of any length is a label',
      '  if (line.length > LONGEST_LABEL) return TOO_LONG;\n',
      '',
      LABELS,
      'No field is taken that is called so %s',
    ],
  ],
  'src/hub/read-back.ts': [
    [
      'a form’s words about a value are not read',
      "error === '' && shownValue",
      'shownValue',
      MOMENTS,
      'refuses a value in its own words, and the others are said to be filled',
    ],
    [
      'a notice counts as an error',
      ' || isNotice(text, element)) continue;',
      ') continue;',
      MOMENTS,
      "takes a text after a field for the form's error, and one with an icon for a notice",
    ],
    [
      'a value that did not stay counts as written',
      ' && shownValue(form, name) === value ? written',
      ' ? written',
      MOMENTS,
      'writes again into a form that is rebuilt empty just after it was filled',
    ],
  ],
  'src/hub/settle.ts': [
    [
      'values are read back at once',
      'for (let turn = 0; turn < SETTLE_TURNS || performance.now() < end; turn++) await nextTurn();',
      'if (end < 0) await nextTurn();',
      MOMENTS,
      'refuses a value in its own words, and the others are said to be filled',
    ],
  ],
  'src/hub/shown-form.ts': [
    [
      'the number of forms may have changed',
      ' || forms.length !== count || all.length !== count) return undefined;',
      ') return undefined;',
      ATTACKS,
      'gets nothing %s',
    ],
    [
      'another form in the place of one that is gone is taken, whichever was shown beside it',
      '  if (all.filter((one) => one.root.deref() === root).length !== 1) return undefined;\n',
      '',
      ATTACKS,
      'gets nothing where the form and what was shown beside it are both other ones',
    ],
    [
      'the words of a translated form may have changed',
      ' &&\n    isSameWords(one.translated, translated);',
      ';',
      TRANSLATED_FORM,
      'A form whose words change between look and fill is not filled',
    ],
  ],
  'src/hub/translated-form.ts': [
    [
      'a form outside of a shadow root may be one in other words',
      '  if (!(root instanceof ShadowRoot)) return forms;\n',
      '',
      TRANSLATED_FORM,
      'outside of a shadow root',
    ],
    [
      'the name of the connector is enough for a form in other words',
      'hasDagsterMark(scope) ? namesFor',
      'scope ? namesFor',
      MOMENTS,
      "with Prefect's form, which has a User Token too, is no linking form",
    ],
    [
      'of two secrets the first is the token',
      '!secret || otherSecrets.length > 0 ||',
      '!secret ||',
      TRANSLATED_FORM,
      '%s',
    ],
  ],
  'src/hub/write-value.ts': [
    [
      'the setter is not that of the prototype',
      'else setterOf(control)?.call(control, value);',
      "else control.setAttribute('value', value);",
      MOMENTS,
      'refuses a value in its own words, and the others are said to be filled',
    ],
    [
      'the page does not hear of the value',
      'bubbles: true, composed: true, inputType',
      'composed: true, inputType',
      TRACES,
      'sees each event in the way a person causes it, with the value in place from input on',
    ],
  ],
  'src/page/boxes.ts': [
    [
      'what a box around cuts off counts as there',
      ': overlapOf(reachable, clip);',
      ': reachable;',
      FRAME_SIGHT,
      '%s',
    ],
    [
      'what is positioned absolutely is cut off by all that is around it',
      "    if (placed === 'absolute' && !holdsPositioned(style)) continue;\n",
      '',
      READABLE,
      '%s',
    ],
  ],
  'src/page/cover.ts': [
    [
      'what takes presses over a field does not hide it',
      'export const isUnderSomething = (look: Look): boolean => pointsLeft(look).length === 0;',
      'export const isUnderSomething = (_look: Look): boolean => false;',
      ATTACKS,
      'on a dropdown goes to its option: %s',
    ],
    [
      'layers that hide a field together are asked one by one',
      '    if (rest > 1 - OPAQUE) left.set(point, rest);',
      '    if (rest > 1 - OPAQUE) left.set(point, 1);',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/ground.ts': [
    [
      'the colours of a gradient behind letters do not count',
      '      if (paints) yield isWhole(style, at) ? paints : [...paints, NOTHING];\n      else',
      '      if (!paints)',
      READABLE,
      '%s',
    ],
    [
      'shadows that are drawn into a field do not count',
      "  if (!boxShadow.includes('inset')) return;",
      '  if (boxShadow) return;',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/ink.ts': [
    [
      'outlines hide nothing',
      '  if (isSet(outlineStyle)) yield outlineOf(box(), style, scale());\n',
      '',
      READABLE,
      '%s',
    ],
    [
      'shadows hide nothing',
      '      if (!shadow.inset) yield { ...ink',
      '      if (shadow.inset) yield { ...ink',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/layers.ts': [
    [
      'what a box cuts off hides what lies outside of it',
      '    if (cutsOff(holder, style)) left = overlapOf(left, boxOf(holder));\n',
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'what is drawn behind a popover hides nothing',
      'yield backdropOf(element);',
      "if (element.id === 'x') yield backdropOf(element);",
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/marks.ts': [
    [
      'nothing is drawn behind letters that a script highlights',
      'CSS.highlights?.size > 0 || ',
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'nothing is drawn behind letters that are selected',
      ' || roots.some(isSelectedIn)',
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/reach.ts': [
    [
      'what is inert takes presses',
      'line.some((one) => matches(one, INERT)) || ',
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'a modal dialog keeps people from nothing beside it',
      'isModalOpen && !line',
      'false && !line',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'what a style makes inert takes presses',
      "interactivity === 'inert' || ",
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/paint-order.ts': [
    [
      'what has a lower level is drawn over what has a higher one',
      '  return difference > 0;\n',
      '  return difference < 0;\n',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'the top layer is like any other',
      '  if (element && matches(element, TOP_LAYER))\n',
      "  if (element && matches(element, 'x'))\n",
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/pseudo-place.ts': [
    [
      'a pseudo-element that is positioned has the place of its element',
      '  const placed = /absolute|fixed/.test(style.position)',
      "  const placed = style.position === 'x'",
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'a transform does not move a pseudo-element',
      '  return placed && transformed(placed, style, scaleOf(element));',
      '  return placed;',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/rare-ink.ts': [
    [
      'moved shadows of letters hide nothing',
      '  if (isWritten) yield* shadowsOfLetters(element, style);\n',
      '',
      READABLE,
      '%s',
    ],
    [
      'bars to scroll with hide nothing',
      '  yield* largeScrollBars(element, style);\n',
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'parts that a style has taken out of their place hide nothing',
      '    hasPartTakenOut(element) ||\n',
      '',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/style.ts': [
    ['masks and clip paths leave all', '  return untold ? 0 :', '  return untold ? 1 :', PAGE_VARIANTS, '%s'],
    [
      'what is turned out of the page is seen',
      '    isTilted(style);\n',
      '    false;\n',
      VISIBILITY,
      'a User Token field that %s',
    ],
  ],
  'src/page/trees.ts': [
    [
      'closed trees are never looked into',
      'closedRoot && mayHoldClosedRoot(element) ? closedRoot(element) : null',
      'null',
      DOCUMENT_CONTEXT,
      'is found and filled where it does (%s)',
    ],
    [
      'trees within trees are left out',
      '    roots.splice(at + 1, 0, ...inside);',
      '    if (at === 0) roots.push(...inside);',
      MOMENTS,
      'deep in shadow roots of the page is filled',
    ],
  ],
  'src/page/visibility.ts': [
    [
      'small letters can be read',
      'if (size * scaleOf(element) < SMALLEST_LETTERS_PX || alphaOf(ink) < FAINTEST) return true;',
      'if (alphaOf(ink) < FAINTEST) return true;',
      VISIBILITY,
      'a User Token field that %s',
    ],
    [
      'what is faint with all around it is seen',
      '    return left < FAINTEST;',
      '    return false;',
      READABLE,
      '%s',
    ],
  ],
  'src/dagster/control-name.ts': [
    [
      'one of several names is enough',
      'names.every((one) => name.test(one))',
      'names.some((one) => name.test(one))',
      TOKEN_MAKER,
      'presses nothing when the control of the chosen row %s by then',
    ],
    [
      'what is not drawn is part of a name',
      "const NOT_DRAWN = 'desc,title,metadata,style,script,template';",
      "const NOT_DRAWN = 'metadata';",
      TOKEN_MAKER,
      'can be pressed where it is without doubt the person’s own: %s',
    ],
  ],
  'src/dagster/cover-nearby.ts': [
    [
      'what lies beside a text hides nothing',
      '  yield* search(branchesBeside(look, line), (box) => hasNoBox(box) || wanted(box));\n',
      '',
      PAGE_VARIANTS,
      '%s',
    ],
    [
      'what takes presses over a text hides nothing',
      '  if (look.inView)\n    for (const { x, y } of look.points)',
      '  if (!look.inView)\n    for (const { x, y } of look.points)',
      READABLE,
      '%s',
    ],
  ],
  'src/dagster/date-text.ts': [
    [
      'numbers are dates',
      'return /\\b20\\d\\d(?!\\d)|\\d:\\d/.test(usual) && /\\d\\D+\\d/.test(usual);',
      'return /\\d/.test(usual);',
      HOSTILE_PAGES,
      'in a form whose fields have the names of everything that a form has',
    ],
    [
      'words for days ago are no date',
      '  if (AGO.some((shape) => shape.test(usual))) return true;\n',
      '',
      PAGE_VARIANTS,
      '%s',
    ],
  ],
  'src/dagster/list-heading.ts': [
    [
      'the title of a row heads the rows after it',
      ' && !isTitle) return isRevoked;',
      ') return isRevoked;',
      ROWS_DECIDE_NOTHING,
      '“%s” leaves its own row as it is where it stands beside others',
    ],
  ],
  'src/dagster/order.ts': [
    [
      'what comes first is told to come last',
      'Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;',
      'Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;',
      HOSTILE_PAGES,
      'where 20,000 tokens are revealed, and names no more than 50',
    ],
  ],
  'src/dagster/page-controls.ts': [
    [
      'a control that cannot be pressed is shown',
      "target && checkVisibility(target) && !matches(target, ':disabled,[aria-disabled=true]')",
      'target',
      PAGE_VARIANTS,
      '%s',
    ],
  ],
  'src/dagster/page-walk.ts': [
    [
      'trees within trees are not read',
      '    } else if (hosts.has(node)) {',
      '    } else if (hosts.has(node) && false) {',
      TOKEN_MAKER,
      'works in an application inside of a shadow root',
    ],
    ['names of controls are not told', '        if (value) name(value, element);\n', '', PAGE_VARIANTS, '%s'],
  ],
  'src/dagster/poll.ts': [
    [
      'a look is not repeated',
      '    if (now >= end) return undefined;',
      '    return undefined;',
      TOKEN_MAKER,
      'works in an application made with React',
    ],
  ],
  'src/dagster/readable.ts': [
    [
      'dots in place of letters can be read',
      '  if (showsDots(element) || hasUnreadableText',
      '  if (hasUnreadableText',
      READABLE,
      '%s',
    ],
    [
      'what lies behind a dialog can be read',
      'isFaint(line) || isBehindBackdrop(line, topLayer)',
      'isFaint(line)',
      READABLE,
      'is behind the opaque backdrop of a dialog',
    ],
  ],
  'src/dagster/regions.ts': [
    [
      'an organization in the EU has one slug',
      "eu: { hostLabel: 'eu', slugs: (organization) => [",
      "eu: { hostLabel: 'eu', slugs: (organization) => [organization] || [",
      ACCOUNT,
      'offers two slugs and chooses neither',
    ],
  ],
  'src/dagster/revealed-tokens.ts': [
    ['a token that cannot be read is taken', 'places.filter(canRead)', 'places', PAGE_VARIANTS, '%s'],
    [
      'a revoked token is taken',
      '    if (rows.some(({ place, row }) => isRevoked(row.element ?? elementOf(place), row.texts))) {',
      '    if (rows.length === -1) {',
      HOSTILE_PAGES,
      'in a form whose fields have the names of everything that a form has',
    ],
  ],
  'src/dagster/sections.ts': [
    [
      'a section of agent tokens is one’s own',
      "    if (AGENT.test(words)) enter('agent', level);\n    else",
      '    ',
      TOKEN_MAKER,
      'when %s',
    ],
  ],
  'src/dagster/token-list.ts': [
    [
      'rows of another section are offered',
      "    if (sections.here !== 'own') return;\n",
      '',
      TOKEN_MAKER,
      'only “Create user token” and “Reveal token” are pressed, each by its whole name, and none among agent tokens',
    ],
    [
      'a row with an Edit button is a user’s token',
      '    if (elementsIn(row, CLICKABLE).some((other) => isNamed(namesOf(other), EDIT))) return [];\n',
      '',
      TOKEN_MAKER,
      'in the new row when its control %s',
    ],
  ],
  'src/dagster/token-row.ts': [
    [
      'what stands in an empty cell describes a row',
      ' && !PLACEHOLDER.test(text);',
      ';',
      TOKEN_MAKER,
      'lists the hidden tokens of the person, with what tells them apart',
    ],
  ],
  'src/dagster/tokens-path.ts': [
    [
      'what goes on behind the path of the Tokens page is that page, too',
      'settings\\/tokens\\/?$/i',
      'settings\\/tokens/i',
      TOKENS_PAGE,
      'no token is taken when the address is not that of a Tokens page',
    ],
  ],
};

export const OF_RULES: readonly RuleMutation[] = Object.entries(RULES).flatMap(([file, rows]) =>
  rows.map(([done, guard, instead, test, title]) => ({
    file,
    done,
    guard,
    instead,
    test: { file: test, title },
  })),
);
