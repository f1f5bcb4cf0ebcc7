/** Texts in all the ways in which a page may draw them, as data: those that a person can read, and those that nobody can. */
import { createReadable } from '../../src/dagster/readable';

/** The first text that says "secret", in open shadow roots too. */
export function secretIn(root: Node): Text | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.includes('secret')) return node;
    const inner = node instanceof Element && node.shadowRoot && secretIn(node.shadowRoot);
    if (inner) return inner;
  }
  return null;
}

export function isReadable(html: string): boolean {
  document.body.setHTMLUnsafe(html);
  return createReadable()(secretIn(document.body) as Text);
}

export const styled = (css: string) => `<p><span style="${css}">secret</span></p>`;
const inside = (css: string) => `<div style="${css}"><p>secret</p></div>`;
const beside = (css: string, more = '') =>
  `<div style="position: relative"><p>secret</p><i style="${css}">${more}</i></div>`;
const WHITE_COVER = 'position: absolute; inset: 0; background: white';
/** Something of no size, which draws over what is around it all the same. */
const SPECK = 'position: absolute; top: 0; left: 0; width: 1px; height: 1px; pointer-events: none';

type Texts = readonly (readonly [how: string, html: string])[];

export const UNREADABLE: Texts = [
  [
    'lies under the first of very many things that stand far from it in the page',
    `<p>secret</p><div style="position: absolute; top: 900px; width: 9px; height: 9px"><b style="position: fixed; inset: 0; background: white"></b>${'<b></b>'.repeat(300)}</div>`,
  ],
  ['is not displayed', styled('display: none')],
  ['is invisible', styled('visibility: hidden')],
  ['collapses', styled('visibility: collapse')],
  ['is transparent', styled('opacity: 0')],
  [
    'is transparent together with what it stands in',
    inside('opacity: 0.3').replace('<p>', '<p style="opacity: .3">'),
  ],
  ['is blurred', inside('filter: blur(6px)')],
  ['goes through an SVG filter', inside('filter: url(#none)')],
  ['is filtered to nothing', inside('filter: brightness(0)')],
  ['is masked', inside('mask-image: linear-gradient(transparent, transparent)')],
  ['is clipped away', inside('clip-path: inset(50%)')],
  ['is clipped away in the old manner', styled('position: absolute; clip: rect(0 0 0 0)')],
  ['is for screen readers only', styled('position: absolute; width: 1px; height: 1px; overflow: hidden')],
  ['is cut off by a box without height', inside('height: 0; overflow: hidden')],
  ['is cut off by a box without width', inside('width: 0; overflow: hidden')],
  [
    'is cut off by a box around what it is positioned in',
    `<div style="overflow: hidden; height: 0; position: relative"><b style="position: absolute">secret</b></div>`,
  ],
  ['is indented out of its box', styled('display: block; overflow: hidden; text-indent: -9999px')],
  ['stands left of the page', styled('position: absolute; left: -9999px')],
  ['stands above the page', styled('position: fixed; top: -200px')],
  ['is scaled to nothing', inside('transform: scale(0)')],
  ['turns its back', inside('transform: rotateY(180deg)')],
  ['has letters without size', styled('font-size: 0')],
  ['has tiny letters', styled('font-size: 1px')],
  ['has transparent letters', styled('color: transparent')],
  ['has letters that are filled with nothing', styled('-webkit-text-fill-color: transparent')],
  [
    'has letters of the colour of its ground',
    inside('background: rgb(250 250 250); color: rgb(248 248 248)'),
  ],
  [
    'has letters of the colour of its ground in another notation',
    inside('background: color(srgb 1 1 1); color: #fff'),
  ],
  ['is white on a page without a ground', styled('color: white')],
  ['is white on a white gradient', inside('background: linear-gradient(white, white); color: white')],
  ['is white on nearly white', inside('background: rgb(255 255 255 / 0.99); color: white')],
  ['shows dots in place of letters', styled('-webkit-text-security: disc')],
  ['is in a closed details element', '<details><summary>More</summary><p>secret</p></details>'],
  ['is skipped by content-visibility', inside('content-visibility: hidden')],
  ['lies under a layer', beside(WHITE_COVER)],
  ['lies under a layer that lets presses through', beside(`${WHITE_COVER}; pointer-events: none`)],
  ['lies under a picture', beside('position: absolute; inset: 0; background: linear-gradient(red, blue)')],
  ['lies under what blurs it', beside('position: absolute; inset: 0; backdrop-filter: blur(9px)')],
  [
    'lies under two layers that hide it together',
    beside(
      'position: absolute; inset: 0; background: rgb(255 255 255 / 0.6); pointer-events: none',
      `<i style="${WHITE_COVER.replace('white', 'rgb(255 255 255 / 0.6)')}"></i>`,
    ),
  ],
  [
    'lies under a layer over the whole view',
    `<p>secret</p><div><i style="position: fixed; inset: 0; background: white; pointer-events: none"></i></div>`,
  ],
  [
    'lies under a layer that stands in a box elsewhere',
    `<p>secret</p><header style="height: 20px"><i style="position: fixed; inset: 0; background: white; pointer-events: none"></i></header>`,
  ],
  [
    'lies under a layer in a shadow root',
    `<p>secret</p><div><template shadowrootmode="open"><i style="position: fixed; inset: 0; background: white"></i></template></div>`,
  ],
  [
    'lies under what is slotted beside it',
    `<div><template shadowrootmode="open"><div style="position: relative"><p>secret</p><slot></slot></div></template><i style="${WHITE_COVER}; inset: -9px"></i></div>`,
  ],
  [
    'lies under a child of its own element',
    `<p style="position: relative">secret<i style="${WHITE_COVER}"></i></p>`,
  ],
  [
    'lies under what its own ::after draws',
    `<style>.after { position: relative } .after::after { content: ''; ${WHITE_COVER}; pointer-events: none }</style><p class="after">secret</p>`,
  ],
  [
    'lies under the app, as what copying leaves may',
    `<p style="position: absolute; z-index: -1; top: 0; margin: 0">secret</p><main style="background: white; height: 300px">App</main>`,
  ],
  ['lies under the shadow of what stands beside it', beside(`${SPECK}; box-shadow: 0 0 0 999px white`)],
  ['lies under the outline of what stands beside it', beside(`${SPECK}; outline: 999px solid white`)],
  [
    'lies under the shadow of what stands elsewhere',
    `<p>secret</p><header><i style="${SPECK}; position: fixed; box-shadow: 0 0 0 999px white"></i></header>`,
  ],
  [
    'lies under the drop shadow of what stands beside it',
    beside(
      `${SPECK}; left: -900px; width: 800px; height: 400px; background: black; filter: drop-shadow(900px 0 0 white)`,
    ),
  ],
  ['lies under a thick border', beside(`${SPECK}; top: -400px; left: -400px; border: 500px solid white`)],
  [
    'lies under the picture of a border',
    beside(
      `${SPECK}; border: 9px solid transparent; border-image: linear-gradient(white, white) 1 fill / 1 / 999px`,
    ),
  ],
  [
    'lies under a shape that stands out of its picture',
    beside(
      SPECK,
      '<svg width="1" height="1" style="display: block; overflow: visible"><rect width="999" height="400" fill="white"/></svg>',
    ),
  ],
  [
    'lies under large letters',
    beside(`${SPECK}; font: 900px/1 monospace; top: -300px; color: white`, '\u2588\u2588'),
  ],
  [
    'lies under the line through letters beside it',
    beside(`${SPECK}; white-space: nowrap; text-decoration: line-through 999px white`, 'x'.repeat(99)),
  ],
  [
    'lies under the shadow of letters beside it',
    beside(`${SPECK}; top: -20px; white-space: nowrap; text-shadow: 0 20px white`, 'x'.repeat(99)),
  ],
  [
    'lies under the shadow that is drawn into a layer',
    beside('position: absolute; inset: -9px; box-shadow: inset 0 0 0 400px white; pointer-events: none'),
  ],
  [
    'lies under the outline of what it stands in',
    inside('outline: 200px solid white; outline-offset: -200px'),
  ],
  [
    'lies under a layer below the fold',
    `<div style="margin-top: 300vh; position: relative"><p>secret</p><i style="${WHITE_COVER}"></i></div>`,
  ],
  [
    'comes into view under a layer that stays',
    `<i style="position: fixed; inset: 0; background: white; pointer-events: none"></i><p style="margin-top: 300vh">secret</p>`,
  ],
  [
    'stands in a slot that is hidden',
    '<div><template shadowrootmode="open"><section style="opacity: 0"><slot></slot></section></template>secret</div>',
  ],
  ['has no slot to stand in', '<div><template shadowrootmode="open"><p>Other</p></template>secret</div>'],
];

export const READABLE: Texts = [
  ['is left as it is', '<p>secret</p>'],
  [
    'stands in a row that another row of its list reaches over',
    `<ul><li class="row"><p>secret</p></li><li class="row" style="margin-top: -40px; height: 60px; background: white; position: relative">Other</li></ul>`,
  ],
  [
    'is shortened by an ellipsis',
    styled(
      'display: block; width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis',
    ).replace('secret', 'secret secret secret'),
  ],
  ['stands below the fold', '<p style="margin-top: 300vh">secret</p>'],
  [
    'is scrolled out of a box',
    '<div style="height: 50px; overflow: auto"><p style="margin-top: 500px">secret</p></div>',
  ],
  [
    'stands beside a layer',
    beside('position: absolute; left: 90%; top: 0; width: 9px; height: 9px; background: white'),
  ],
  [
    'lies over a layer',
    `<div style="position: relative"><i style="${WHITE_COVER}; z-index: -1"></i><p>secret</p></div>`,
  ],
  [
    'lies under a layer that draws nothing, as a link over a whole row',
    beside('position: absolute; inset: 0'),
  ],
  ['lies under a faint layer', beside('position: absolute; inset: 0; background: rgb(0 0 0 / 0.4)')],
  [
    'stands beside letters with a usual line and shadow',
    beside(
      'position: absolute; top: 900px; text-decoration: underline; text-shadow: 0 1px 2px gray',
      'Other',
    ),
  ],
  [
    'lies under what is cut off before it',
    beside(
      'position: absolute; top: 900px; width: 9px; height: 9px; overflow: hidden',
      `<b style="position: absolute; top: -999px; width: 999px; height: 1999px; background: white"></b>`,
    ),
  ],
  [
    'lies beside a shadow',
    beside('position: absolute; top: 900px; width: 9px; height: 9px; box-shadow: 0 0 9px black'),
  ],
  [
    'stands in a card with a shadow, a border and an outline',
    inside(
      'box-shadow: 0 2px 9px black, inset 0 0 3px black; border: 2px solid black; outline: 3px solid blue; padding: 9px',
    ),
  ],
  ['lets presses through', styled('pointer-events: none')],
  [
    'is positioned out of a box that cuts other things off',
    '<div style="position: relative"><div style="overflow: hidden; height: 0"><b style="position: absolute">secret</b></div></div>',
  ],
  ['stands in an element without a box', styled('display: contents')],
  ['overflows its element', inside('height: 0').replace('<p>', '<p style="margin: 0">')],
  ['is black on a page without a ground', styled('color: black')],
  ['is white on a dark page', inside('background: #111; color: white')],
  ['is white on a dark gradient', inside('background: linear-gradient(#222, #444); color: white')],
  ['stands in an inert part of the page', '<div inert><p>secret</p></div>'],
  [
    'is slotted',
    '<div><template shadowrootmode="open"><section><slot></slot></section></template>secret</div>',
  ],
  ['stands in a shadow root', '<div><template shadowrootmode="open">secret</template></div>'],
  [
    'is translated by the browser',
    styled('').replace(
      'secret',
      '<font style="vertical-align: inherit"><font style="vertical-align: inherit">secret</font></font>',
    ),
  ],
  [
    'is moved, as rows of a virtual list',
    inside('position: absolute; height: 52px; transform: translateY(2184px)'),
  ],
  [
    'lies under another row of its list, as where a list is drawn badly',
    `<ul style="position: relative">
        <li style="position: absolute">secret</li><li style="${WHITE_COVER}">Another</li>
      </ul>`,
  ],
];
